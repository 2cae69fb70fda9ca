package uk.mashhub.hub;

import java.util.List;
import java.util.Optional;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;

/** Something that a source says of one person, in one field, now. */
public final class OneItem {
    private OneItem() {}

    /** @param record as the source names it: said twice under one name, it is one thing */
    public static Item of(
            SmallHub hub,
            AgencyId owner,
            SourceId source,
            String record,
            Subject about,
            ItemLabels labels,
            ItemField field) {
        return new Item(
                ItemId.random(hub.database.random),
                new Provenance(
                        owner,
                        Optional.empty(),
                        source,
                        record,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        hub.clock.instant()),
                EventTime.unknown(),
                List.of(about),
                labels,
                List.of(field),
                List.of());
    }
}
