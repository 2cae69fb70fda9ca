package uk.mashhub.hub.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import uk.mashhub.simulators.signin.DemoUser;

/**
 * Handles that a step names by what the person sees: {@code @perspective}, {@code @person:Name}, {@code @line:Title|owner}
 * (or {@code @line:Title|owner|word} where a field must hold a word), {@code @link:first}, {@code @user:login}.
 */
final class Placeholders {
    private final Room room;
    private final String user;
    private final String view;

    Placeholders(Room room, String user, String view) {
        this.room = room;
        this.user = user;
        this.view = view;
    }

    String resolve(String word) throws Exception {
        if (word.startsWith("@user:")) {
            return DemoUser.ALL.stream()
                    .filter(u -> u.login().equals(word.substring(6)))
                    .findFirst()
                    .orElseThrow()
                    .subject();
        }
        if (word.equals("@link:first")) {
            return room.visitor(user).links(view).path(0).path("link").asString("");
        }
        return word.startsWith("@") ? seen(word, room.json(user, view)) : word;
    }

    private static String seen(String word, JsonNode content) {
        if (word.equals("@perspective")) {
            return content.path("perspective").asString();
        }
        if (word.startsWith("@person:")) {
            return first(
                    word,
                    people(content).filter(p -> p.path("name").asString("").equals(word.substring(8))));
        }
        String[] parts = word.substring(6).split("\\|", 3);
        return first(
                word,
                lines(content)
                        .filter(l -> l.path("title").asString("").equals(parts[0]))
                        .filter(l -> l.path("sources")
                                .path(0)
                                .path("owner")
                                .asString("")
                                .equals(parts[1]))
                        .filter(l ->
                                parts.length < 3 || l.path("fields").toString().contains(parts[2])));
    }

    private static String first(String word, Stream<JsonNode> found) {
        return found.findFirst()
                .orElseThrow(() -> new AssertionError("nothing on the page is " + word))
                .path("handle")
                .asString();
    }

    private static Stream<JsonNode> people(JsonNode content) {
        List<JsonNode> all = new ArrayList<>();
        content.path("people").forEach(all::add);
        return all.stream();
    }

    private static Stream<JsonNode> lines(JsonNode content) {
        List<JsonNode> all = new ArrayList<>();
        content.path("chronology").forEach(all::add);
        people(content).forEach(p -> p.path("lines").forEach(all::add));
        return all.stream();
    }
}
