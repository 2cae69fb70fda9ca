package uk.mashhub.adapter.health;

import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.jspecify.annotations.Nullable;

/**
 * Text of a message as plain text. A FHIR narrative is XHTML that somebody else wrote: its words are kept, its markup,
 * attributes, scripts and styles are not, so that there is nothing left to render.
 */
final class PlainText {
    private static final Set<String> NOT_WORDS = Set.of("script", "style", "iframe", "object", "embed", "noscript");
    private static final Set<String> APART =
            Set.of("p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "dd");

    private PlainText() {}

    /** Without control characters except line ends and tabs; without space around. Null reads as empty. */
    static String of(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ").strip();
    }

    /** The words of a resource's narrative; empty if it has none. */
    static String narrative(DomainResource resource) {
        if (!resource.hasText() || !resource.getText().hasDiv()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        append(resource.getText().getDiv(), words);
        return of(words.toString().replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ").replaceAll(" ?\\n[ \\n]*", "\n"));
    }

    private static void append(XhtmlNode node, StringBuilder words) {
        if (node.getNodeType() == NodeType.Text) {
            words.append(node.getContent() == null ? "" : node.getContent());
        }
        String name = node.getName() == null ? "" : node.getName().toLowerCase(java.util.Locale.ROOT);
        if (NOT_WORDS.contains(name)) {
            return;
        }
        if (APART.contains(name)) {
            words.append('\n');
        }
        if (node.getNodeType() == NodeType.Element || node.getNodeType() == NodeType.Document) {
            node.getChildNodes().forEach(child -> append(child, words));
        }
        if (APART.contains(name)) {
            words.append('\n');
        }
    }
}
