package uk.mashhub.adapter.council.cin;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Record ids of one child: made of the child's number and the dates of the record, so that the next census gives the same
 * record the same id wherever it stands in the file. Records of one day are counted.
 */
final class RecordIds {
    private final Map<String, Integer> given = new HashMap<>();
    private final String child;

    RecordIds(CinChild child) {
        this.child = child.localNumber().isEmpty() ? child.upnWritten() : child.localNumber();
    }

    /** A fresh id under the child. */
    String of(String kind, Optional<LocalDate> day) {
        return fresh(child + "/" + kind + day.map(d -> "/" + d).orElse(""));
    }

    /** A fresh id under another record. */
    String under(String parent, String kind, Optional<LocalDate> day) {
        return fresh(parent + "/" + kind + day.map(d -> "/" + d).orElse(""));
    }

    private String fresh(String id) {
        int count = given.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "#" + count;
    }
}
