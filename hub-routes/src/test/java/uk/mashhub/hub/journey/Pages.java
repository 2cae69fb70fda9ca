package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/**
 * {@code page: {as: ig-police, path: /policy, follow: words of a link, press: words of a button, fill: {field: text}, expect:
 * 200, says: [..], silent: [..], named: view}}: opens a page, follows a link, fills in and presses, and reads where that led.
 * {@code path: /packet/@view:name} is a view that a step has named. A field may be {@code @in:PT2H}, a time from now on the area's clock, or {@code @reference:name}. {@code by: [words]}
 * waits until the first page says them; {@code beside: words} presses the button in the row of a table that says them.
 */
final class Pages {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Pattern ROW = Pattern.compile("<tr\\b.*?</tr>", Pattern.DOTALL);
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*aria-label=\"([^\"]*)\"[^>]*>([^<]*)</button>");
    private static final Pattern VIEW = Pattern.compile("/packet/([0-9a-f-]{36})");

    private final Scene scene;
    private final Room room;

    Pages(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    void page(Step step) throws Exception {
        Visitor visitor = room.visitor(step.word("as"));
        HttpResponse<String> page = first(visitor, step, path(step));
        if (step.maybe("follow").isPresent()) {
            page = visitor.follow(page, step.word("follow"));
        }
        if (step.maybe("press").isPresent()) {
            page = visitor.press(page, button(step, page), fields(step));
        }
        assertThat(page.statusCode()).as("the page's status").isEqualTo(step.number("expect", 200));
        Texts.says("the page", page.body(), step.words("says"));
        Texts.saysNot("the page", page.body(), step.words("silent"));
        named(step, page);
    }

    private String path(Step step) {
        String path = step.word("path");
        int named = path.indexOf("@view:");
        return named < 0 ? path : path.substring(0, named) + scene.views.get(path.substring(named + 6));
    }

    private static HttpResponse<String> first(Visitor visitor, Step step, String path) {
        return TheHub.await("a page that says " + step.words("by"), () -> {
            try {
                HttpResponse<String> page = visitor.answer(path);
                return step.words("by").stream().allMatch(w -> Texts.holds(page.body(), w)) ? page : null;
            } catch (Exception e) {
                throw new IllegalStateException("the page did not come", e);
            }
        });
    }

    /** The button as the step names it; with {@code beside}, the one in the row of a table that says so. */
    private static String button(Step step, HttpResponse<String> page) {
        if (step.maybe("beside").isEmpty()) {
            return step.word("press");
        }
        Matcher row = ROW.matcher(page.body());
        while (row.find()) {
            Matcher button = BUTTON.matcher(row.group());
            if (row.group().contains(step.word("beside"))
                    && button.find()
                    && button.group(2).contains(step.word("press"))) {
                return button.group(1);
            }
        }
        throw new AssertionError("no row that says '" + step.word("beside") + "' has that button");
    }

    private Map<String, String> fields(Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : step.with().path("fill").properties()) {
            fields.put(field.getKey(), value(field.getValue().asString("")));
        }
        return fields;
    }

    private String value(String word) {
        if (word.startsWith("@in:")) {
            return LocalDateTime.ofInstant(TestTime.STILL.instant().plus(Duration.parse(word.substring(4))), ZONE)
                    .toString();
        }
        return word.startsWith("@reference:") ? scene.references.get(word.substring(11)) : word;
    }

    private void named(Step step, HttpResponse<String> page) {
        if (step.maybe("named").isPresent()) {
            Matcher view = VIEW.matcher(page.body());
            assertThat(view.find()).as("the page links to a packet").isTrue();
            scene.views.put(step.word("named"), view.group(1));
        }
    }
}
