package uk.mashhub.hub.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the hub, by name.
 *
 * @param columns all that hold something of their own, in the table's order
 */
public record Table(String name, List<String> columns) {
    private static final String NAME = "[a-z][a-z0-9_]{0,62}";

    public Table {
        columns = List.copyOf(columns);
        if (!name.matches(NAME) || columns.isEmpty() || !columns.stream().allMatch(c -> c.matches(NAME))) {
            throw new IllegalArgumentException("a table and its columns are named " + NAME);
        }
    }

    /** The file in the backup. */
    String file() {
        return "database/" + name + ".gz";
    }

    /** For SQL's {@code copy}. */
    String target() {
        return quoted() + columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", ", " (", ")"));
    }

    String quoted() {
        return "hub.\"" + name + '"';
    }
}
