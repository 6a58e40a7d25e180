import Testing

@testable import Documents

@Suite("Pictures inside a page")
struct InlineSVGTests {
    private func clean(_ svg: String) -> String? {
        InlineSVG(svg, idPrefix: "figure-os-", alternativeText: "Two \"curves\"")?.html.string
    }

    @Test("declarations go, the description comes, ids are the picture's own")
    func embedding() {
        let svg = """
            <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><!-- made -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\
            <defs><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>\
            <g clip-path="url(#c)"><use xlink:href="#c" x='1'/></g></svg>
            """
        #expect(
            clean(svg) == """
                <svg role="img" aria-label="Two &quot;curves&quot;" viewBox="0 0 9 9">\
                <defs><clipPath id="figure-os-c"><rect width="9" height="9"/></clipPath></defs>\
                <g clip-path="url(#figure-os-c)"><use href="#figure-os-c" x="1"/></g></svg>
                """)
    }

    @Test("style attributes become attributes, since the page's policy forbids them")
    func styles() {
        #expect(
            clean("<svg><path style=\" stroke : #000 ;fill:none;;clip-path:url(#c)\" d=\"M 0 0\"/></svg>") == """
                <svg role="img" aria-label="Two &quot;curves&quot;">\
                <path stroke="#000" fill="none" clip-path="url(#figure-os-c)" d="M 0 0"/></svg>
                """)
    }

    @Test(
        "what runs, loads or links goes",
        arguments: [
            "<script>alert(1)</script>", "<style>* { fill: red }</style>",
            "<foreignObject><iframe src=\"x\"></iframe></foreignObject>", "<image href=\"https://example.org/x.png\"/>",
            "<a href=\"javascript:alert(1)\"></a>", "<set attributeName=\"x\"/>", "<script/>",
            "<foreignObject><g><script>1</script></g></foreignObject>",
        ])
    func forbiddenElements(element: String) {
        #expect(
            clean("<svg>\(element)<g/></svg>") == "<svg role=\"img\" aria-label=\"Two &quot;curves&quot;\"><g/></svg>")
    }

    @Test(
        "attributes that run, load or link go",
        arguments: [
            "onload=\"alert(1)\"", "ONCLICK=\"alert(1)\"", "href=\"https://example.org\"", "xlink:href=\"data:x\"",
            "fill=\"url(https://example.org)\"", "fill=\"&#117;rl(https://example.org)\"", "class=\"notice\"",
            "style=\"fill:url('x')\"", "style=\"on:1;onload:2\"", "aria-label=\"other\"", "tabindex=\"0\"",
        ])
    func forbiddenAttributes(attribute: String) {
        #expect(
            clean("<svg><g \(attribute)/></svg>")
                == "<svg role=\"img\" aria-label=\"Two &quot;curves&quot;\"><g/></svg>")
    }

    @Test("text keeps its characters")
    func text() {
        let cleaned = clean("<svg><text>p &lt; 0.001 &amp; &#x3c7;² <![CDATA[<b>]]></text></svg>")
        #expect(cleaned?.contains("<text>p &lt; 0.001 &amp; χ² &lt;b&gt;</text>") == true)
    }

    @Test(
        "what is not one well-formed picture is not a picture",
        arguments: [
            "", "text", "<svg>", "<svg></g>", "<svg/><svg/>", "<g/>", "<svg", "<svg a=1/>", "<svg a='1' a='2'/>",
            "<svg>&unknown;</svg>", "<svg>&</svg>", "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg/>", "<svg/>trailing",
            "<svg><g></svg></g>", "<svg a=\"<\"/>", "< svg/>", "<svg><![CDATA[</svg>", "<!-- <svg/>",
        ])
    func malformed(svg: String) {
        #expect(clean(svg) == nil)
    }

    @Test(
        "the natural width",
        arguments: [("510pt", 680.0), ("96", 96), ("96px", 96), ("25.4mm", 96), ("50%", nil), ("", nil), ("x", nil)])
    func width(attribute: String, pixels: Double?) throws {
        let picture = InlineSVG("<svg width=\"\(attribute)\"/>", idPrefix: "", alternativeText: "")
        #expect(try #require(picture).width == pixels)
    }
}
