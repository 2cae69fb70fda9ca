package uk.mashhub.policy.print;

import java.util.Locale;

/** Writes HTML in which whatever an agreement says is text and never markup. Tags and attribute names are ours. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /**
     * @param attributes names and values by turns
     */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String words) {
        out.append(escaped(words));
        return this;
    }

    /** A whole element with text in it. */
    Html element(String tag, String words, String... attributes) {
        return open(tag, attributes).text(words).close(tag);
    }

    /** Something of ours as it stands: the doctype, the style. */
    Html asWritten(String ours) {
        out.append(ours);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Signs that nobody sees, such as those that turn the direction of writing, are spelled out: a book hides nothing. */
    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (Character.getType(c) == Character.FORMAT) {
                        safe.append(String.format(Locale.ROOT, "[U+%04X]", c));
                    } else {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
