package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
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
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;

class AgreementFormTest {
    private static final PersonId MAYA = new PersonId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201"));
    private static final PersonId MOTHER = new PersonId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a204"));

    private final HandleFinder finder = mock(HandleFinder.class);

    @BeforeEach
    void knowsTheHandlesOfThePage() {
        when(finder.person(any())).thenThrow(new NotAllowed("Choose a person of this enquiry."));
        doReturn(MAYA).when(finder).person("maya");
        doReturn(MOTHER).when(finder).person("mother");
    }

    private Act act(Map<String, List<String>> fields) {
        Map<String, List<String>> form = new HashMap<>(fields);
        form.put("act", List.of("RecordAgreement"));
        form.put("covers", List.of("maya"));
        return ActForm.of(new FormFields(form)).apply(finder);
    }

    @Test
    void readsWhoSaidItHowFarAndHowLong() {
        Map<String, List<String>> form = new HashMap<>();
        form.put("state", List.of("GIVEN"));
        form.put("giver", List.of("PARENT"));
        form.put("by", List.of("mother"));
        form.put("givenBy", List.of("the mother, by telephone"));
        form.put("competence", List.of("CAPACITY_PRESUMED"));
        form.put("agencies", List.of("exampleshire-health"));
        form.put("teams", List.of("health-desk"));
        form.put("purposes", List.of("S17"));
        form.put("dataClasses", List.of("EDUCATION", "CHILD_HEALTH"));
        List.of("from", "to").forEach(f -> {
            form.put(f + "Day", List.of("2"));
            form.put(f + "Month", List.of("11"));
            form.put(f + "Year", List.of(f.equals("to") ? "2027" : "2026"));
        });
        assertThat(act(form))
                .isEqualTo(new Act.RecordAgreement(
                        ConsentState.GIVEN,
                        Set.of(MAYA),
                        "the mother, by telephone",
                        Optional.empty(),
                        Optional.of(new ConsentTerms(
                                ConsentGiver.PARENT,
                                Optional.of(MOTHER),
                                Optional.of(new Competence(Competence.Kind.CAPACITY_PRESUMED, "", Optional.empty())),
                                new ConsentScope(
                                        Set.of(new AgencyId("exampleshire-health")),
                                        Set.of(new TeamId("health-desk")),
                                        Set.of(Purpose.S17),
                                        Set.of(DataClass.EDUCATION, DataClass.CHILD_HEALTH)),
                                Optional.of(LocalDate.of(2026, 11, 2)),
                                Optional.of(LocalDate.of(2027, 11, 2))))));
    }

    @Test
    void readsWhyNobodyWasAsked() {
        assertThat(act(Map.of(
                        "state", List.of("NOT_SOUGHT"), "notSoughtBecause", List.of("WOULD_PREJUDICE_PROTECTION"))))
                .isEqualTo(new Act.RecordAgreement(
                        ConsentState.NOT_SOUGHT,
                        Set.of(MAYA),
                        "",
                        Optional.of(NotSoughtReason.WOULD_PREJUDICE_PROTECTION),
                        Optional.empty()));
    }

    /** Else a limit that somebody typed would pass for none. */
    @Test
    void refusesALimitOfWordsThatNobodySaid() {
        for (Map<String, List<String>> limit : List.of(
                Map.of("agencies", List.of("exampleshire-health")),
                Map.of("by", List.of("mother")),
                Map.of("competence", List.of("GILLICK_COMPETENT")),
                Map.of("toDay", List.of("1"), "toMonth", List.of("1"), "toYear", List.of("2027")))) {
            Map<String, List<String>> form = new HashMap<>(limit);
            form.put("state", List.of("GIVEN"));
            form.put("givenBy", List.of("the mother"));
            assertThatThrownBy(() -> act(form)).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void refusesAnAssessorOfNothing() {
        assertThatThrownBy(() -> act(Map.of(
                        "state", List.of("GIVEN"), "giver", List.of("SELF"), "assessedBy", List.of("the nurse"))))
                .isInstanceOf(NotAllowed.class);
    }
}
