#include "markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <stdio.h>

enum { deepest = 200, most_attributes = 24, longest_name = 200 };

static void tell(const xmlNode *node, int depth, const struct greenwood_markup_events *events);

static void tell_element(const xmlNode *node, int depth, const struct greenwood_markup_events *events) {
    xmlChar *values[most_attributes];
    const char *attributes[2 * most_attributes + 1];
    char names[most_attributes][longest_name];
    int count = 0;
    for (const xmlAttr *a = node->properties; a && count < most_attributes; a = a->next) {
        values[count] = xmlNodeListGetString(node->doc, a->children, 1);
        const char *prefix = a->ns && a->ns->prefix ? (const char *)a->ns->prefix : "";
        snprintf(names[count], longest_name, "%s%s%s", prefix, *prefix ? ":" : "", (const char *)a->name);
        attributes[2 * count] = names[count];
        attributes[2 * count + 1] = values[count] ? (const char *)values[count] : "";
        count++;
    }
    attributes[2 * count] = NULL;
    char name[longest_name];
    const char *prefix = node->ns && node->ns->prefix ? (const char *)node->ns->prefix : "";
    snprintf(name, longest_name, "%s%s%s", prefix, *prefix ? ":" : "", (const char *)node->name);
    events->start(events->context, name, attributes, xmlGetLineNo(node));
    for (int i = 0; i < count; i++)
        if (values[i]) xmlFree(values[i]);
    for (const xmlNode *child = node->children; child; child = child->next) tell(child, depth + 1, events);
    events->end(events->context);
}

static void tell(const xmlNode *node, int depth, const struct greenwood_markup_events *events) {
    if (depth > deepest) return;
    if (node->type == XML_ELEMENT_NODE)
        tell_element(node, depth, events);
    else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
        events->text(events->context, (const char *)node->content, xmlGetLineNo(node));
}

int greenwood_read_markup(const char *bytes, int size, int is_html, const struct greenwood_markup_events *events) {
    // Neither reads from the network nor expands entities of the file's own.
    xmlDoc *document =
        is_html ? htmlReadMemory(bytes, size, NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)
                : xmlReadMemory(bytes, size, NULL, NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
    if (!document) return 0;
    const xmlNode *root = xmlDocGetRootElement(document);
    if (root) tell(root, 0, events);
    xmlFreeDoc(document);
    return root != NULL;
}

// The attributes of the element at which the reader stands, as names and values in turn.
static void tell_start(xmlTextReader *reader, const struct greenwood_markup_events *events, long line) {
    xmlChar *values[most_attributes];
    const char *attributes[2 * most_attributes + 1];
    char name[longest_name], names[most_attributes][longest_name];
    int count = 0;
    snprintf(name, longest_name, "%s", (const char *)xmlTextReaderConstName(reader));
    while (count < most_attributes && xmlTextReaderMoveToNextAttribute(reader) == 1) {
        snprintf(names[count], longest_name, "%s", (const char *)xmlTextReaderConstName(reader));
        values[count] = xmlTextReaderValue(reader);
        attributes[2 * count] = names[count];
        attributes[2 * count + 1] = values[count] ? (const char *)values[count] : "";
        count++;
    }
    attributes[2 * count] = NULL;
    xmlTextReaderMoveToElement(reader);
    events->start(events->context, name, attributes, line);
    for (int i = 0; i < count; i++)
        if (values[i]) xmlFree(values[i]);
}

static void ignore_error(void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr place) {}

long greenwood_stream_xml(const char *bytes, int size, const struct greenwood_markup_events *events) {
    xmlTextReader *reader = xmlReaderForMemory(bytes, size, NULL, NULL, XML_PARSE_NONET);
    if (!reader) return 1;
    xmlTextReaderSetErrorHandler(reader, ignore_error, NULL);
    int state;
    long fault = 0;
    while (!fault && (state = xmlTextReaderRead(reader)) == 1) {
        long line = xmlTextReaderGetParserLineNumber(reader);
        switch (xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT:
            if (xmlTextReaderDepth(reader) > deepest) fault = line;
            else {
                int is_empty = xmlTextReaderIsEmptyElement(reader);
                tell_start(reader, events, line);
                if (is_empty) events->end(events->context);
            }
            break;
        case XML_READER_TYPE_END_ELEMENT:
            events->end(events->context);
            break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            events->text(events->context, (const char *)xmlTextReaderConstValue(reader), line);
            break;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            fault = line > 0 ? line : 1;
            break;
        }
    }
    if (!fault && state != 0) {
        fault = xmlTextReaderGetParserLineNumber(reader);
        if (fault < 1) fault = 1;
    }
    xmlFreeTextReader(reader);
    return fault;
}
