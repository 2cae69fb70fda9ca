package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.council.json.Json;
import uk.mashhub.adapter.council.json.ShapeCheck;

/**
 * One object of a form that the schema has let through, and where it stands. A field that is not there reads as nothing:
 * empty text, false, empty list.
 */
final class Form {
    private final Json.Members members;
    private final String pointer;

    Form(Json.Members members, String pointer) {
        this.members = members;
        this.pointer = pointer;
    }

    /** JSON Pointer (RFC 6901). */
    String pointer() {
        return pointer;
    }

    boolean has(String name) {
        return members.values().containsKey(name);
    }

    /** The text without blanks at its ends. */
    String text(String name) {
        return members.values().get(name) instanceof Json.Text text
                ? text.value().strip()
                : "";
    }

    boolean flag(String name) {
        return members.values().get(name) instanceof Json.Flag flag && flag.value();
    }

    Optional<Form> object(String name) {
        return members.values().get(name) instanceof Json.Members inner
                ? Optional.of(new Form(inner, pointer + "/" + name))
                : Optional.empty();
    }

    List<Form> objects(String name) {
        List<Form> all = new ArrayList<>();
        List<Json> elements = elements(name);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Json.Members inner) {
                all.add(new Form(inner, pointer + "/" + name + "/" + i));
            }
        }
        return all;
    }

    /** The texts of an array, blank ones left out. */
    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Json element : elements(name)) {
            if (element instanceof Json.Text text && !text.value().isBlank()) {
                all.add(text.value().strip());
            }
        }
        return all;
    }

    /** Pointer and line of a field, as the sender is told it. */
    String place(String name) {
        Json value = members.values().get(name);
        return ShapeCheck.place(pointer + "/" + name, value == null ? members.line() : value.line());
    }

    private List<Json> elements(String name) {
        return members.values().get(name) instanceof Json.Elements elements ? elements.values() : List.of();
    }

    @Override
    public String toString() {
        return "Form[" + pointer + "]";
    }
}
