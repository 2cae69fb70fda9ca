package uk.mashhub.adapter.council.json;

import java.util.Map;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * Holds a value against a {@link Shape}. The first fault is told with its JSON Pointer (RFC 6901) and line. The pointer is
 * made of names of the shape only: a name that only the message uses may itself be somebody's.
 */
public final class ShapeCheck {
    private ShapeCheck() {}

    /**
     * Checks.
     *
     * @throws Unreadable NOT_VALID
     */
    public static void check(Json value, Shape shape) throws Unreadable {
        check(value, shape, "");
    }

    /** A place as the sender is told it. */
    public static String place(String pointer, int line) {
        return (pointer.isEmpty() ? "/" : pointer) + " (line " + line + ")";
    }

    private static void check(Json value, Shape shape, String pointer) throws Unreadable {
        if (shape instanceof Shape.Members members) {
            members(value, members, pointer);
        } else if (shape instanceof Shape.Elements elements) {
            elements(value, elements, pointer);
        } else if (shape instanceof Shape.Text text) {
            text(value, text, pointer);
        } else if (shape instanceof Shape.Flag) {
            require(value instanceof Json.Flag, value, pointer, "must be true or false");
        } else {
            require(
                    value instanceof Json.Number n && n.value().matches("-?\\d{1,18}"),
                    value,
                    pointer,
                    "must be a whole number");
        }
    }

    private static void members(Json value, Shape.Members shape, String pointer) throws Unreadable {
        if (!(value instanceof Json.Members members)) {
            throw notValid(value, pointer, "must be an object");
        }
        for (String name : shape.required()) {
            require(members.values().containsKey(name), value, pointer + "/" + name, "is missing");
        }
        for (Map.Entry<String, Json> member : members.values().entrySet()) {
            Shape expected = shape.properties().get(member.getKey());
            if (expected == null) {
                throw notValid(member.getValue(), pointer, "has a field that the form does not have");
            }
            check(member.getValue(), expected, pointer + "/" + member.getKey());
        }
    }

    private static void elements(Json value, Shape.Elements shape, String pointer) throws Unreadable {
        if (!(value instanceof Json.Elements elements)) {
            throw notValid(value, pointer, "must be an array");
        }
        int size = elements.values().size();
        require(size >= shape.atLeast(), value, pointer, "has fewer than " + shape.atLeast() + " elements");
        require(size <= shape.atMost(), value, pointer, "has more than " + shape.atMost() + " elements");
        for (int i = 0; i < size; i++) {
            check(elements.values().get(i), shape.element(), pointer + "/" + i);
        }
    }

    private static void text(Json value, Shape.Text shape, String pointer) throws Unreadable {
        if (!(value instanceof Json.Text text)) {
            throw notValid(value, pointer, "must be a text");
        }
        int length = text.value().length();
        require(length >= shape.atLeast(), value, pointer, "is shorter than " + shape.atLeast() + " characters");
        require(length <= shape.atMost(), value, pointer, "is longer than " + shape.atMost() + " characters");
        boolean fits =
                shape.pattern().map(p -> p.matcher(text.value()).matches()).orElse(true);
        require(fits, value, pointer, "is not of the form the schema asks for");
    }

    private static void require(boolean holds, Json value, String pointer, String reason) throws Unreadable {
        if (!holds) {
            throw notValid(value, pointer, reason);
        }
    }

    private static Unreadable notValid(Json value, String pointer, String reason) {
        return new Unreadable(Fault.NOT_VALID, place(pointer, value.line()), reason);
    }
}
