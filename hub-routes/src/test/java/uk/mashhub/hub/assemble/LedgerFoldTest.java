package uk.mashhub.hub.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/** What people did, folded into the packet. */
class LedgerFoldTest {
    private static final UUID ANY = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201");
    private static final AgencyId SCHOOLS = new AgencyId("exampleshire-schools");
    private static final AgencyId HEALTH = new AgencyId("exampleshire-health");

    private static EnquiryFact did(Act act) {
        return new EnquiryFact.Acted(
                new ActId(ANY), new UserId(ANY), new TeamId("council-decision"), new AgencyId("council"), act);
    }

    private static EnquiryFact answered(Answer.Kind kind) {
        return new EnquiryFact.Answered(
                new QuestionId(ANY),
                HEALTH,
                new SourceId("pds"),
                kind,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Packet packet(EnquiryFact... facts) throws IOException {
        List<Enquiry.Entry> entries = new ArrayList<>();
        for (EnquiryFact fact : facts) {
            entries.add(new Enquiry.Entry(entries.size(), Instant.EPOCH, fact));
        }
        EnquiryRow row = new EnquiryRow(
                new EnquiryId(ANY),
                new AreaCode("E10999999"),
                "MH",
                "ENQUIRING",
                "S17",
                "AMBER",
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                Optional.empty());
        Area area = Partnership.load(Path.of("../config/areas")).areas().get(0);
        return new PacketAssembler()
                .packet(new Enquiry(row, entries), area, Set.of(), TravellingFlags.none(), Instant.EPOCH);
    }

    @Test
    void endsAnOverrideForTheAgenciesForWhichItIsWithdrawn() throws IOException {
        EnquiryFact override = did(new Act.RecordOverride(Set.of(SCHOOLS, HEALTH), "r", 1));
        assertThat(packet(override).overrides()).hasSize(1);
        assertThat(packet(override, did(new Act.WithdrawOverride(Set.of(HEALTH), "w")))
                        .overrides())
                .allMatch(o -> o.covers(SCHOOLS) && !o.covers(HEALTH));
    }

    @Test
    void leavesNoOverrideWithoutAgenciesWhichWouldReadAsForAll() throws IOException {
        EnquiryFact override = did(new Act.RecordOverride(Set.of(HEALTH), "r", 1));
        assertThat(packet(override, did(new Act.WithdrawOverride(Set.of(HEALTH), "w")))
                        .overrides())
                .isEmpty();
    }

    @Test
    void letsAnOverrideBeRecordedAnew() throws IOException {
        EnquiryFact override = did(new Act.RecordOverride(Set.of(HEALTH), "r", 1));
        assertThat(packet(override, did(new Act.WithdrawOverride(Set.of(HEALTH), "w")), override)
                        .overrides())
                .hasSize(1);
    }

    /** Else the mark would tell a late answer of which the reader may know nothing from one that holds no record. */
    @Test
    void marksADecisionThatAnyAnswerOvertookAlikeWhetherItHoldsARecordOrNot() throws IOException {
        EnquiryFact decision =
                did(new Act.DecideChild(new PersonId(ANY), Set.of(ThresholdOutcome.EARLY_HELP), "r", "", 1));
        for (Answer.Kind kind : List.of(Answer.Kind.ANSWERED, Answer.Kind.NO_RECORD)) {
            assertThat(packet(decision, answered(kind)).decisions()).allMatch(d -> d.overtaken());
        }
        assertThat(packet(decision, answered(Answer.Kind.UNAVAILABLE)).decisions())
                .noneMatch(d -> d.overtaken());
    }
}
