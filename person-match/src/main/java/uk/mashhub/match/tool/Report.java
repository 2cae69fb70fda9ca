package uk.mashhub.match.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good a linkage is.
 *
 * @param links precision and recall of what was put together
 * @param pairs the same of each pair weighed alone
 * @param scored the pairs weighed alone, for the histogram
 * @param facts what else was measured, by name
 * @param groups missed links by group of people; empty where the file names none
 */
public record Report(
        Curve links,
        Curve pairs,
        List<Curve.Scored> scored,
        double review,
        double certain,
        Map<String, Object> facts,
        List<Map<String, Object>> groups,
        List<Problem> problems) {
    private static final int PROBLEMS_SHOWN = 50;
    private static final int POINTS_SHOWN = 200;

    /** The report as JSON. */
    public String json() {
        Map<String, Object> out = new LinkedHashMap<>();
        Curve.Point best = links.best();
        out.put("f1", best.f1());
        out.put("precision", best.precision());
        out.put("recall", best.recall());
        out.put("threshold", best.threshold());
        out.put("recallAtPrecision999", links.recallAtPrecision999());
        out.putAll(facts);
        out.put("atCertain", point(links.at(certain)));
        out.put("atReview", point(links.at(review)));
        out.put("pairsAlone", alone());
        out.put("fairness", groups);
        out.put(
                "problems",
                problems.stream().limit(PROBLEMS_SHOWN).map(Problem::toString).toList());
        out.put("problemCount", problems.size());
        int step = Math.max(1, links.points().size() / POINTS_SHOWN);
        List<Curve.Point> points = links.points();
        out.put(
                "curve",
                java.util.stream.IntStream.range(0, points.size())
                        .filter(i -> i % step == 0 || i == points.size() - 1)
                        .mapToObj(i -> point(points.get(i)))
                        .toList());
        return Json.text(out);
    }

    /** Precision against recall, as a picture (SVG). */
    public String precisionRecallPicture() {
        return Pictures.precisionRecall(links);
    }

    /** Pairs by weight, as a picture (SVG). */
    public String weightsPicture() {
        return Pictures.weights(scored);
    }

    private Map<String, Object> alone() {
        Map<String, Object> out = point(pairs.best());
        out.put("recallAtPrecision999", pairs.recallAtPrecision999());
        return out;
    }

    private static Map<String, Object> point(Curve.Point point) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("threshold", point.threshold());
        out.put("precision", point.precision());
        out.put("recall", point.recall());
        out.put("f1", point.f1());
        return out;
    }
}
