package uk.mashhub.hub.assemble;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Provenance;

/** A source that is asked again says again what it said before: the first word stays, with what its owner did to it. */
final class SaidAgain {
    private SaidAgain() {}

    /** The items without those that say the same, of the same record of the same source, as an earlier one. */
    static List<Item> once(List<Item> items) {
        Set<Item> said = new HashSet<>();
        return items.stream().filter(i -> said.add(nameless(i))).toList();
    }

    /** The item but for what differs each time it is said: its id and when it was taken out. */
    private static Item nameless(Item item) {
        Provenance from = item.provenance();
        return new Item(
                new ItemId(new UUID(0, 0)),
                new Provenance(
                        from.owner(),
                        from.originator(),
                        from.source(),
                        from.recordId(),
                        from.recordVersion(),
                        from.eventKey(),
                        from.recordedAt(),
                        Instant.EPOCH),
                item.when(),
                item.subjects(),
                item.labels(),
                item.fields(),
                item.attachments());
    }
}
