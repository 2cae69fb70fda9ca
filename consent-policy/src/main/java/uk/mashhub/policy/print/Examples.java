package uk.mashhub.policy.print;

import java.util.List;
import uk.mashhub.policy.agreement.Wording.Example;

/** Examples in their authors' words. */
final class Examples {
    private Examples() {}

    static void write(Html html, List<Example> examples) {
        side(html, "Permits, for example", examples, true);
        side(html, "Refuses, for example", examples, false);
    }

    private static void side(Html html, String title, List<Example> examples, boolean permits) {
        List<Example> these =
                examples.stream().filter(e -> e.permits() == permits).toList();
        if (!these.isEmpty()) {
            html.element("dt", title);
            these.forEach(e -> html.element("dd", e.words()));
        }
    }
}
