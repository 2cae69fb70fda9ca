package uk.mashhub.adapter.police.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of a notification that has passed the schema, with its line. Filled while it is read, then only read. */
final class Element {
    private final String name;
    private final int line;
    private final String path;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Element(String name, int line, String path) {
        this.name = name;
        this.line = line;
        this.path = path;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(Element child) {
        children.add(child);
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    String path() {
        return path;
    }

    /** Where it stands, without any value: {@code line 14, /notification/header/force}. */
    String place() {
        return "line " + line + ", " + path;
    }

    /** The text as it stands, for narratives. */
    String story() {
        return text.toString().strip();
    }

    /** The text with single spaces, as XML Schema reads a token. */
    String token() {
        return collapse(text.toString());
    }

    static String collapse(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }

    List<Element> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    Optional<Element> one(String child) {
        return children.stream().filter(c -> c.name.equals(child)).findFirst();
    }

    /** The child that the schema requires. */
    Element the(String child) {
        return one(child).orElseThrow(() -> new IllegalStateException("the schema requires " + child));
    }

    /** The child's token; empty if there is none. */
    String token(String child) {
        return one(child).map(Element::token).orElse("");
    }

    /** The child's narrative; empty if there is none. */
    String story(String child) {
        return one(child).map(Element::story).orElse("");
    }

    /** The attribute; empty if there is none. */
    String attribute(String attribute) {
        return collapse(attributes.getOrDefault(attribute, ""));
    }

    /** Whether an attribute says yes (xs:boolean: true or 1). */
    boolean is(String attribute) {
        return yes(attribute(attribute));
    }

    /** Whether a child says yes. */
    boolean says(String child) {
        return yes(token(child));
    }

    private static boolean yes(String value) {
        return value.equals("true") || value.equals("1");
    }

    @Override
    public String toString() {
        return "Element[" + place() + "]";
    }
}
