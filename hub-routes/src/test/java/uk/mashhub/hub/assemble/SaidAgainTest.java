package uk.mashhub.hub.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.Seeded;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

class SaidAgainTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");

    private final RandomSource random = Seeded.source(7);
    private final PersonId child = PersonId.random(random);

    @Test
    void keepsTheFirstOfWhatASourceSaysTwice() {
        Item first = item("police-records", "r-1", "A door was kicked in.", AT);
        Item again = item("police-records", "r-1", "A door was kicked in.", AT.plusSeconds(600));

        assertThat(SaidAgain.once(List.of(first, again))).containsExactly(first);
    }

    @Test
    void keepsWhatHasChangedAndWhatAnotherRecordOrSourceSays() {
        List<Item> all = List.of(
                item("police-records", "r-1", "A door was kicked in.", AT),
                item("police-records", "r-1", "Two doors were kicked in.", AT),
                item("police-records", "r-2", "A door was kicked in.", AT),
                item("police-notifications", "r-1", "A door was kicked in.", AT));

        assertThat(SaidAgain.once(all)).isEqualTo(all);
    }

    private Item item(String source, String record, String text, Instant extractedAt) {
        return new Item(
                ItemId.random(random),
                new Provenance(
                        new AgencyId("exampleshire-police"),
                        Optional.empty(),
                        new SourceId(source),
                        record,
                        "",
                        Optional.empty(),
                        Optional.of(AT),
                        extractedAt),
                EventTime.unknown(),
                List.of(new Subject(child, SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(DataClass.REFERRAL_NARRATIVE),
                List.of(new ItemField(FieldKind.STATUS, "What happened", text)),
                List.of());
    }
}
