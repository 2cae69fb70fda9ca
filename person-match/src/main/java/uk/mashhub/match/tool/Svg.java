package uk.mashhub.match.tool;

import java.util.Locale;

/** A picture, drawn piece by piece. Text is escaped; the colours are told apart without colour vision too. */
final class Svg {
    static final String GOOD = "#00703c";
    static final String BAD = "#d4351c";
    static final String INK = "#0b0c0c";
    static final String PALE = "#b1b4b6";

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour) {
        return piece("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>", x1, y1, x2, y2, colour);
    }

    Svg box(double x, double y, double w, double h, String colour) {
        return piece(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>", x, y, Math.max(w, 0.5), h, colour);
    }

    Svg text(double x, double y, String anchor, String words) {
        return piece("<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>", x, y, anchor, INK, escaped(words));
    }

    Svg path(String points, String colour) {
        return piece("<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>", colour, points);
    }

    private Svg piece(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    /** The whole picture; the title is what a screen reader says. */
    String done(String title) {
        return String.format(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img' font-family='sans-serif' font-size='13'>%n"
                        + "<title>%s</title>%n<rect width='%d' height='%d' fill='#ffffff'/>%n%s</svg>%n",
                width, height, escaped(title), width, height, body);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }
}
