package uk.mashhub.adapter.council.marf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.council.json.Json;
import uk.mashhub.adapter.council.json.JsonReading;
import uk.mashhub.adapter.council.json.SchemaReading;
import uk.mashhub.adapter.council.json.Shape;
import uk.mashhub.adapter.council.json.ShapeCheck;
import uk.mashhub.model.vocabulary.Classification;

/**
 * Lets a form in. The classification is looked at first, before anything else can be wrong with the form: what is above
 * OFFICIAL-SENSITIVE must not be kept, not even in quarantine (ruling 26).
 */
final class Gate {
    private static final Shape SHAPE = SchemaReading.resource(Gate.class, "/council/marf-v1.schema.json");
    /** Finds the marking in a text that is not well-formed. */
    private static final Pattern MARKED_SECRET =
            Pattern.compile("\"classification\"\\s*:\\s*\"[^\"]{0,40}SECRET", Pattern.CASE_INSENSITIVE);

    private Gate() {}

    static Shape shape() {
        return SHAPE;
    }

    /** The form, with the shape that the schema asks for. */
    static Form admit(byte[] message) throws Unreadable {
        Json json = read(message);
        if (!(json instanceof Json.Members members)) {
            throw new Unreadable(Fault.NOT_VALID, ShapeCheck.place("", json.line()), "must be an object");
        }
        Form form = new Form(members, "");
        if (!classification(form.text("classification")).mayBeHeld()) {
            throw tooHigh(form.place("classification"));
        }
        version(members, form);
        ShapeCheck.check(json, SHAPE);
        return form;
    }

    /** What a marking says. A word above OFFICIAL-SENSITIVE counts wherever it stands in the marking. */
    static Classification classification(String marking) {
        String words = marking.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", " ");
        if (words.contains("SECRET")) {
            return words.contains("TOP") ? Classification.TOP_SECRET : Classification.SECRET;
        }
        return switch (words.strip()) {
            case "OFFICIAL" -> Classification.OFFICIAL;
            case "OFFICIAL SENSITIVE" -> Classification.OFFICIAL_SENSITIVE;
            default -> Classification.UNKNOWN;
        };
    }

    private static Json read(byte[] message) throws Unreadable {
        try {
            return JsonReading.read(message);
        } catch (Unreadable e) {
            if (e.fault() != Fault.TOO_LARGE
                    && MARKED_SECRET
                            .matcher(new String(message, StandardCharsets.ISO_8859_1))
                            .find()) {
                throw tooHigh("classification");
            }
            throw e;
        }
    }

    private static Unreadable tooHigh(String place) {
        return new Unreadable(Fault.CLASSIFIED_TOO_HIGH, place, "classified above OFFICIAL-SENSITIVE");
    }

    private static void version(Json.Members members, Form form) throws Unreadable {
        boolean ours = form.text("form").equals("council-marf")
                && members.values().get("version") instanceof Json.Number n
                && n.value().equals("1");
        if (!ours && form.has("form") && form.has("version")) {
            throw new Unreadable(Fault.WRONG_VERSION, form.place("version"), "only council-marf version 1 is read");
        }
    }
}
