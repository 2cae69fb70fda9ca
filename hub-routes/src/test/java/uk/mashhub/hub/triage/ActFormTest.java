package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

class ActFormTest {
    private static final PersonId MAYA = new PersonId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201"));
    private static final ItemId ITEM = new ItemId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a202"));
    private static final UUID SOME = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a203");

    private final HandleFinder finder = mock(HandleFinder.class);

    @BeforeEach
    void knowsTheHandlesOfThePage() {
        when(finder.person(any())).thenThrow(new NotAllowed("Choose a person of this enquiry."));
        when(finder.item(any())).thenThrow(new NotAllowed("There is no such line."));
        org.mockito.Mockito.doReturn(MAYA).when(finder).person("maya");
        org.mockito.Mockito.doReturn(ITEM).when(finder).item("line");
        when(finder.everybody()).thenReturn(List.of(MAYA));
        when(finder.seen(any())).thenThrow(new NotAllowed("The packet has changed"));
        org.mockito.Mockito.doReturn(7L).when(finder).seen("7");
    }

    private Act act(Object... fields) {
        Map<String, List<String>> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            form.put(
                    (String) fields[i],
                    value instanceof String text
                            ? List.of(text)
                            : ((List<?>) value).stream().map(String::valueOf).toList());
        }
        return ActForm.of(new FormFields(form)).apply(finder);
    }

    @Test
    void readsEveryAct() {
        assertThat(act("act", "AskAgain", "agency", "exampleshire-police"))
                .isEqualTo(new Act.AskAgain(new AgencyId("exampleshire-police")));
        assertThat(act("act", "TakeOut", "person", "maya", "reason", "r")).isEqualTo(new Act.TakeOut(MAYA, "r"));
        assertThat(act(
                        "act",
                        "BringIn",
                        "given",
                        "Karl",
                        "family",
                        "Fictional",
                        "bornDay",
                        "14",
                        "bornMonth",
                        "3",
                        "bornYear",
                        "1987",
                        "roles",
                        List.of("PARENT", "VICTIM"),
                        "reason",
                        "r"))
                .isEqualTo(new Act.BringIn(
                        "Karl",
                        "Fictional",
                        Optional.of(LocalDate.of(1987, 3, 14)),
                        Set.of(SubjectRole.PARENT, SubjectRole.VICTIM),
                        "r"));
        assertThat(act("act", "Rate", "rating", "RED", "reason", "r")).isEqualTo(new Act.Rate(Rating.RED, "r"));
        assertThat(act("act", "SetPurpose", "purpose", "S47", "grounds", "g"))
                .isEqualTo(new Act.SetPurpose(Purpose.S47, "g"));
        assertThat(act(
                        "act",
                        "RecordOverride",
                        "agencies",
                        List.of("exampleshire-police"),
                        "reason",
                        "r",
                        "version",
                        "7"))
                .isEqualTo(new Act.RecordOverride(Set.of(new AgencyId("exampleshire-police")), "r", 7));
        assertThat(act("act", "WithdrawOverride", "agencies", List.of("exampleshire-police"), "reason", "r"))
                .isEqualTo(new Act.WithdrawOverride(Set.of(new AgencyId("exampleshire-police")), "r"));
        assertThat(act(
                        "act",
                        "OwnItem",
                        "line",
                        "line",
                        "kind",
                        "RELEASE",
                        "teams",
                        List.of("council-decision"),
                        "text",
                        "t"))
                .isEqualTo(new Act.OwnItem(ITEM, OwnerAct.Kind.RELEASE, Set.of(new TeamId("council-decision")), "t"));
        assertThat(act("act", "SettleLink", "link", SOME.toString(), "same", "true", "why", "w"))
                .isEqualTo(new Act.SettleLink(new LinkId(SOME), true, "w"));
        assertThat(act(
                        "act",
                        "DecideChild",
                        "child",
                        "maya",
                        "outcomes",
                        List.of("MARAC", "EARLY_HELP"),
                        "rationale",
                        "r",
                        "dissent",
                        "",
                        "version",
                        "7"))
                .isEqualTo(new Act.DecideChild(
                        MAYA, Set.of(ThresholdOutcome.MARAC, ThresholdOutcome.EARLY_HELP), "r", "", 7));
        assertThat(act("act", "TellReferrer", "outcome", "EARLY_HELP", "spoken", "true"))
                .isEqualTo(new Act.TellReferrer(ThresholdOutcome.EARLY_HELP, true));
        assertThat(act(
                        "act",
                        "AnswerByHand",
                        "source",
                        "schools-by-hand",
                        "holdsRecord",
                        "true",
                        "dataClass",
                        "EDUCATION",
                        "about",
                        "maya",
                        "whenDay",
                        "2",
                        "whenMonth",
                        "3",
                        "whenYear",
                        "2026",
                        "text",
                        "t"))
                .isEqualTo(new Act.AnswerByHand(
                        new SourceId("schools-by-hand"),
                        true,
                        DataClass.EDUCATION,
                        MAYA,
                        EventTime.on(LocalDate.of(2026, 3, 2)),
                        "t"));
        assertThat(act("act", "RaiseFlag", "person", "maya", "flag", "SAFE_ADDRESS", "reason", "r"))
                .isEqualTo(new Act.RaiseFlag(MAYA, SafetyFlag.SAFE_ADDRESS, "r"));
        assertThat(act("act", "DeclareConflict", "user", SOME.toString()))
                .isEqualTo(new Act.DeclareConflict(new UserId(SOME), List.of(MAYA)));
    }

    private void refused(String words, Object... fields) {
        assertThatThrownBy(() -> act(fields)).isInstanceOf(NotAllowed.class).hasMessageContaining(words);
    }

    @Test
    void refusesWordsThatAreNoChoice() {
        refused("Choose a rating", "act", "Rate", "rating", "PURPLE", "reason", "r");
        refused("Choose a rating", "act", "Rate", "reason", "r");
        refused("Choose a flag", "act", "RaiseFlag", "person", "maya", "flag", "UNKNOWN", "reason", "r");
        refused("Say whether", "act", "SettleLink", "link", SOME.toString(), "same", "perhaps", "why", "w");
        refused("cannot be done", "act", "Publish");
        refused("cannot be done");
    }

    @Test
    void refusesHandlesOfAnotherPage() {
        refused(
                "Choose a person",
                "act",
                "RaiseFlag",
                "person",
                MAYA.toString(),
                "flag",
                "SAFE_ADDRESS",
                "reason",
                "r");
        refused("no such line", "act", "OwnItem", "line", ITEM.toString(), "kind", "HOLD", "text", "t");
    }

    @Test
    void refusesWhatItDoesNotRead() {
        refused("does not know", "act", "Rate", "rating", "RED", "reason", "r", "reasn", "x");
        refused("sent twice", "act", "Rate", "rating", List.of("RED", "GREEN"), "reason", "r");
        refused("not of its form", "act", "DeclareConflict", "user", "somebody");
        refused("Write less", "act", "Rate", "rating", "RED", "reason", "r".repeat(10_001));
    }

    private void answerRefused(String words, String... more) {
        Object[] fields = {
            "act",
            "AnswerByHand",
            "source",
            "schools-by-hand",
            "holdsRecord",
            "true",
            "dataClass",
            "EDUCATION",
            "about",
            "maya",
            "text",
            "t"
        };
        Object[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        refused(words, all);
    }

    @Test
    void wantsTheDayOfWhatIsToldOrTheWordThatItIsNotKnown() {
        answerRefused("or say that it is not known");
        answerRefused("as day, month and year", "whenDay", "31", "whenMonth", "2", "whenYear", "2026");
        answerRefused(
                "or say that it is not known",
                "whenDay",
                "2",
                "whenMonth",
                "3",
                "whenYear",
                "2026",
                "whenNotKnown",
                "true");
    }

    @Test
    void refusesADecisionOrOverrideOfWhomeverHasNotReadWhatIsNew() {
        refused(
                "has changed",
                "act",
                "DecideChild",
                "child",
                "maya",
                "outcomes",
                List.of("MARAC"),
                "rationale",
                "r",
                "version",
                "6");
        refused("has changed", "act", "RecordOverride", "agencies", List.of("exampleshire-police"), "reason", "r");
    }

    @Test
    void wantsTheKindOfARecordThatIsHeld() {
        refused(
                "what kind",
                "act",
                "AnswerByHand",
                "source",
                "schools-by-hand",
                "holdsRecord",
                "true",
                "about",
                "maya",
                "text",
                "t");
    }
}
