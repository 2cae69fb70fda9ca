package uk.mashhub.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

class PeopleOfMessageTest {
    @Test
    void keepsAWordThatNobodyUnderstoodAsFreeTextFlagged() {
        SourceItem read = new SourceItem(
                "r-1",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventTime.unknown(),
                List.of(),
                ItemLabels.fact(DataClass.EDUCATION),
                List.of(new ItemField(FieldKind.STATUS, "Status", "on roll")),
                List.of(),
                List.of(new UnknownTerm("/exclusion/code", "ZX")));
        Item item = new PeopleOfMessage(byte[]::new)
                .item(read, new Origin(new AgencyId("some-school"), new SourceId("some-form"), Instant.EPOCH));
        assertThat(item.fields())
                .containsExactly(
                        new ItemField(FieldKind.STATUS, "Status", "on roll"),
                        new ItemField(FieldKind.UNKNOWN, "Not understood", "ZX"));
        assertThat(FieldKind.UNKNOWN.freeText()).isTrue();
    }
}
