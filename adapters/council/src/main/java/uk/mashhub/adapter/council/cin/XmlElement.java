package uk.mashhub.adapter.council.cin;

import java.util.List;
import java.util.Optional;

/**
 * One element of the census with what stands in it.
 *
 * @param text what stands directly in it, without blanks at its ends
 * @param line where it begins, counted from 1
 */
record XmlElement(String name, int line, String text, List<XmlElement> children) {
    XmlElement {
        children = List.copyOf(children);
    }

    /** The first child of a name. */
    Optional<XmlElement> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    /** All children of a name. */
    List<XmlElement> all(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).toList();
    }

    @Override
    public String toString() {
        return "XmlElement[line " + line + "]";
    }
}
