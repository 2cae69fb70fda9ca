package uk.mashhub.match.tool;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.mashhub.match.weight.Waterfall;

/** What the tools measure and explain, as SVG. */
public final class Pictures {
    private static final int WIDE = 640;
    private static final int HIGH = 400;
    private static final int EDGE = 50;
    private static final int BINS = 60;
    private static final double LOWEST = -40;
    private static final double HIGHEST = 60;

    private Pictures() {}

    /** Precision against recall, from the highest threshold to the lowest. */
    static String precisionRecall(Curve curve) {
        Svg svg = axes("recall", "precision");
        String points = curve.points().stream()
                .map(p -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        EDGE + p.recall() * (WIDE - 2 * EDGE),
                        HIGH - EDGE - p.precision() * (HIGH - 2 * EDGE)))
                .collect(Collectors.joining(" "));
        Curve.Point best = curve.best();
        svg.path(points, Svg.GOOD)
                .text(
                        WIDE / 2.0,
                        24,
                        "middle",
                        String.format(Locale.ROOT, "best F1 %.4f at %.1f bits", best.f1(), best.threshold()));
        return svg.done("Precision against recall");
    }

    /** How many pairs of one person (up) and of two (down) there are at each weight; the scale is logarithmic. */
    static String weights(List<Curve.Scored> scored) {
        int[] same = new int[BINS];
        int[] different = new int[BINS];
        scored.forEach(s -> (s.same() ? same : different)[bin(s.bits())]++);
        Svg svg = new Svg(WIDE, HIGH);
        double middle = HIGH / 2.0;
        double step = (WIDE - 2.0 * EDGE) / BINS;
        for (int i = 0; i < BINS; i++) {
            double up = Math.log10(1 + same[i]) * 28;
            double down = Math.log10(1 + different[i]) * 28;
            svg.box(EDGE + i * step, middle - up, step - 1, up, Svg.GOOD)
                    .box(EDGE + i * step, middle, step - 1, down, Svg.BAD);
        }
        for (int bits = (int) LOWEST; bits <= HIGHEST; bits += 20) {
            svg.text(
                    EDGE + (bits - LOWEST) / (HIGHEST - LOWEST) * (WIDE - 2 * EDGE),
                    HIGH - 12.0,
                    "middle",
                    bits + " bits");
        }
        svg.text(EDGE, 24, "start", "one person (up), two people (down)");
        return svg.done("Pairs by weight");
    }

    /** What each field adds, one bar under the other. */
    public static String waterfall(Waterfall why) {
        int rows = why.steps().size() + 2;
        double most = why.steps().stream().mapToDouble(s -> Math.abs(s.bits())).sum() + Math.abs(why.priorBits()) + 1;
        Svg svg = new Svg(WIDE + 200, rows * 26 + 40);
        double zero = 420;
        double unit = 380 / most;
        double at = 0;
        at = bar(svg, 0, "before comparing", at, why.priorBits(), zero, unit);
        for (int i = 0; i < why.steps().size(); i++) {
            at = bar(
                    svg,
                    i + 1,
                    why.steps().get(i).words(),
                    at,
                    why.steps().get(i).bits(),
                    zero,
                    unit);
        }
        bar(svg, rows - 1, String.format(Locale.ROOT, "together: %+.1f", at), 0, at, zero, unit);
        svg.line(zero, 10, zero, rows * 26 + 20.0, Svg.INK);
        return svg.done(String.join("; ", why.words()));
    }

    private static double bar(Svg svg, int row, String words, double from, double bits, double zero, double unit) {
        double to = from + bits;
        double y = 16 + row * 26;
        svg.text(8, y + 13, "start", words);
        svg.box(zero + Math.min(from, to) * unit, y, Math.abs(bits) * unit, 18, bits < 0 ? Svg.BAD : Svg.GOOD);
        return to;
    }

    private static int bin(double bits) {
        double share = (bits - LOWEST) / (HIGHEST - LOWEST);
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor(share * BINS)));
    }

    private static Svg axes(String across, String up) {
        return new Svg(WIDE, HIGH)
                .line(EDGE, HIGH - EDGE, WIDE - EDGE, HIGH - EDGE, Svg.INK)
                .line(EDGE, EDGE, EDGE, HIGH - EDGE, Svg.INK)
                .line(EDGE, EDGE, WIDE - EDGE, EDGE, Svg.PALE)
                .text(WIDE / 2.0, HIGH - 16.0, "middle", across + " 0 to 1")
                .text(EDGE, EDGE - 10.0, "start", up + " 0 to 1");
    }
}
