# Prints the documented estimators of Swift files as Markdown: each public function whose comment gives a formula, a rule or
# the equal R call.
function words(name,   text, i, c) {
    text = ""
    for (i = 1; i <= length(name); i++) {
        c = substr(name, i, 1)
        text = text (c ~ /[A-Z]/ && i > 1 ? " " tolower(c) : c)
    }
    return toupper(substr(text, 1, 1)) substr(text, 2)
}
/^ *\/\/\// {
    line = $0
    sub(/^ *\/\/\/ ?/, "", line)
    if (line ~ /^- (Parameters|Parameter|Returns|Throws)/) skip = 1
    if (!skip) comment = comment line "\n"
    next
}
comment != "" && /public (func|init|static func)/ && comment ~ /\*\*(Formula|Rule|Method|Equals in R)\.\*\*/ {
    match($0, /func [A-Za-z]+/)
    name = RLENGTH > 0 ? substr($0, RSTART + 5, RLENGTH - 5) : FILENAME
    gsub(/``[^`]*``/, "&", comment)
    while (match(comment, /``[^`]*``/)) {
        inner = substr(comment, RSTART + 2, RLENGTH - 4)
        sub(/^.*\//, "", inner)
        comment = substr(comment, 1, RSTART - 1) "`" inner "`" substr(comment, RSTART + RLENGTH)
    }
    printf "## %s\n\n`%s`\n\n%s\n", words(name), name, comment
}
{ comment = ""; skip = 0 }
