# Turns the help of a command, printed on a wide terminal, into a manual page:
#   COLUMNS=1000 greenwood help build | awk -v name=greenwood-build -v version=0.1.0 -v date=2026-01-31 -f manual.awk
function plain(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    if (text ~ /^[.']/) text = "\\&" text
    return text
}
function closed() {
    if (isExample) print ".fi\n.RE"
    isExample = 0
}
{ sub(/ +$/, "") }
/^OVERVIEW: / {
    sub(/^OVERVIEW: /, "")
    summary = $0
    sub(/\.$/, "", summary)
    title = toupper(name)
    printf ".TH \"%s\" \"1\" \"%s\" \"greenwood %s\" \"User Commands\"\n", title, date, version
    printf ".SH NAME\n%s \\- %s\n.SH DESCRIPTION\n%s\n", plain(name), plain(summary), plain($0)
    next
}
/^USAGE: / {
    closed()
    sub(/^USAGE: /, "")
    printf ".SH SYNOPSIS\n%s\n", plain($0)
    section = "SYNOPSIS"
    next
}
/^[A-Z]+:$/ {
    closed()
    section = $0
    sub(/:$/, "", section)
    print ".SH " section
    next
}
# An option, argument or command, and what it is.
/^  / && section != "" && section != "SYNOPSIS" {
    if ($0 ~ /^  See /) { print ".PP"; print plain(substr($0, 3)); next }
    line = substr($0, 3)
    words = line
    text = ""
    if (match(line, /  +/) || match(line, /> [A-Z]/)) {
        words = substr(line, 1, RSTART - (substr(line, RSTART, 1) == " "))
        text = substr(line, RSTART + 1)
        sub(/^ +/, "", text)
    }
    printf ".TP\n.B %s\n%s\n", plain(words), plain(text)
    next
}
# An example stands as it is.
/^  / {
    if (!isExample) print ".PP\n.RS 2\n.nf"
    isExample = 1
    print plain(substr($0, 3))
    next
}
/^$/ {
    closed()
    if (section == "") isBetween = 1
    next
}
{
    closed()
    if (isBetween) print ".PP"
    isBetween = 0
    print plain($0)
}
END {
    closed()
    if (name == "greenwood") exit
    print ".SH SEE ALSO\n.BR greenwood (1)"
}
