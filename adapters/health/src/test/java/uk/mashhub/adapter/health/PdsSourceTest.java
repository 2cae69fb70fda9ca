package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;

class PdsSourceTest extends HealthContract {
    private static final String NOT_FOUND =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"not-found\"}]}";
    private final Stub strangers = Stub.saying(404, NOT_FOUND);

    @Override
    SourceSystem source(FhirClient client) {
        return new PdsSource(Asking.SOURCE, client, Asking.CLOCK);
    }

    @Override
    String endpoint() {
        return "health.pds.url";
    }

    @Override
    SourceSystem strangers() {
        return source(Asking.client(strangers.url()));
    }

    @AfterAll
    void close() {
        strangers.close();
    }

    @Override
    public Question question() {
        return Asking.about(Asking.MAYA, Asking.LEILA);
    }

    private Answer saying(String patient) throws SourceUnavailable {
        try (Stub stub = Stub.saying(200, patient)) {
            return source(Asking.client(stub.url())).ask(Asking.about(Asking.MAYA));
        }
    }

    private static String patient(String id, String meta, String more) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"," + meta
                + "\"identifier\":[{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"" + id + "\"}]," + more
                + "\"birthDate\":\"2016-05-14\",\"address\":[{\"use\":\"home\",\"line\":[\"77 Hidden Lane\"],\"postalCode\":\"ZZ9 9XY\"}],"
                + "\"telecom\":[{\"system\":\"phone\",\"value\":\"01632 960123\"}],"
                + "\"generalPractitioner\":[{\"display\":\"Hidden Lane Surgery\"}],"
                + "\"contact\":[{\"telecom\":[{\"system\":\"phone\",\"value\":\"01632 960124\"}]}],"
                + "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>Hidden Lane</div>\"}}";
    }

    private static String security(String code) {
        return "\"meta\":{\"security\":[{\"system\":\"" + SecurityLabelTable.CONFIDENTIALITY + "\",\"code\":\"" + code
                + "\"}]},";
    }

    @Test
    void takesIdentityAndWhereabouts() throws SourceUnavailable {
        Answer answer = answering().ask(Asking.about(Asking.MAYA));
        assertThat(answer.items())
                .extracting(i -> i.labels().dataClass())
                .containsExactly(DataClass.IDENTITY, DataClass.LOCATION);
        assertThat(answer.people().get(0).details().addresses()).hasSize(1);
        assertThat(answer.people().get(0).flags()).isEmpty();
    }

    @Test
    void takesNoLocationOfARestrictedPatientEvenIfItIsThere() throws SourceUnavailable {
        for (String code : new String[] {"R", "V", "REDACTED"}) {
            Answer answer = saying(patient("9990000018", security(code), ""));
            assertThat(answer.people().get(0).flags())
                    .extracting(f -> f.flag())
                    .containsExactly(SafetyFlag.PDS_RESTRICTED);
            assertNoLocation(answer);
        }
    }

    @Test
    void takesNoLocationOfAPatientWhoseMarkIsMissingOrUnknown() throws SourceUnavailable {
        for (String meta : new String[] {"", security("Q")}) {
            Answer answer = saying(patient("9990000018", meta, ""));
            assertThat(answer.people().get(0).flags()).extracting(f -> f.flag()).containsExactly(SafetyFlag.UNKNOWN);
            assertNoLocation(answer);
        }
    }

    private static void assertNoLocation(Answer answer) {
        assertThat(answer.people().get(0).details().addresses()).isEmpty();
        assertThat(answer.people().get(0).details().telephones()).isEmpty();
        assertThat(answer.items()).isNotEmpty();
        assertThat(answer.items().stream().flatMap(i -> i.fields().stream()))
                .noneMatch(f -> f.kind().locates())
                .noneMatch(f -> f.value().contains("Hidden") || f.value().contains("01632"));
    }

    @Test
    void showsANumberThatReplacesAnotherAndLinksNothing() throws SourceUnavailable {
        Answer answer = saying(patient("9990000123", security("R"), "\"name\":[{\"family\":\"Newname\"}],"));
        assertThat(answer.people()).hasSize(1);
        assertThat(answer.people().get(0).key()).isEqualTo(Asking.MAYA.key());
        assertThat(answer.people().get(0).details().identifiers()).isEmpty();
        assertThat(answer.people().get(0).details().names()).isEmpty();
        assertThat(answer.people().get(0).flags()).extracting(f -> f.flag()).containsExactly(SafetyFlag.PDS_RESTRICTED);
        SourceItem item = answer.items().get(0);
        assertThat(answer.items()).hasSize(1);
        assertThat(item.labels().statutes()).containsExactly(StatuteFlag.UNKNOWN);
        assertThat(SampleBundle.values(answer.items(), FieldKind.IDENTIFIER)).containsExactly("9990000123");
        assertThat(item.fields().stream().map(f -> f.value())).noneMatch(v -> v.contains("Newname"));
        assertThat(answer.unknownTerms()).hasSize(1);
    }

    private static String replaces(String type, String old) {
        return "\"name\":[{\"use\":\"usual\",\"given\":[\"Maya\"],\"family\":\"Now\"}],\"link\":[{\"type\":\"" + type
                + "\",\"other\":{\"identifier\":{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"" + old
                + "\"}}}],";
    }

    @Test
    void saysThatANumberWasSupersededWhereTheRecordItselfDoes() throws SourceUnavailable {
        String asked = "9990000018";
        Answer answer = saying(patient("9990000123", security("U"), replaces("replaces", asked)));
        assertThat(answer.people().get(0).details().identifiers())
                .containsExactly(new NhsNumber("9990000123"), new SupersededNhsNumber(asked));
        assertThat(answer.people().get(0).details().names()).hasSize(1);
        assertThat(answer.unknownTerms()).isEmpty();
        assertThat(answer.items())
                .allSatisfy(i -> assertThat(i.labels().statutes()).isEmpty());
    }

    /** An adoption or a gender history gives a new number too; only a record open in every respect is believed. */
    @Test
    void saysItOfNoRecordThatIsRestrictedMarkedUnlabelledOrLinkedOtherwise() throws SourceUnavailable {
        String asked = "9990000018";
        String marked =
                security("U").replace("]}", ",{\"system\":\"" + SecurityLabelTable.ACT + "\",\"code\":\"GENDER\"}]}");
        for (String patient : new String[] {
            patient("9990000123", security("R"), replaces("replaces", asked)),
            patient("9990000123", marked, replaces("replaces", asked)),
            patient("9990000123", "", replaces("replaces", asked)),
            patient("9990000123", security("Q"), replaces("replaces", asked)),
            patient("9990000123", security("U"), replaces("seealso", asked)),
            patient("9990000123", security("U"), replaces("replaces", "9990000131"))
        }) {
            Answer answer = saying(patient);
            assertThat(answer.people().get(0).details().identifiers()).isEmpty();
            assertThat(answer.items().get(0).labels().statutes()).contains(StatuteFlag.UNKNOWN);
        }
    }

    @Test
    void keepsFormerNamesUnderTheStatuteOnlyWhereTheRecordIsMarked() throws SourceUnavailable {
        String names = "\"name\":[{\"use\":\"usual\",\"family\":\"Now\"},{\"use\":\"old\",\"family\":\"Before\"}],";
        Answer plain = saying(patient("9990000018", security("U"), names));
        assertThat(plain.people().get(0).details().names()).hasSize(2);
        assertThat(plain.items())
                .allSatisfy(i -> assertThat(i.labels().statutes()).isEmpty());

        String marked =
                security("U").replace("]}", ",{\"system\":\"" + SecurityLabelTable.ACT + "\",\"code\":\"GENDER\"}]}");
        Answer answer = saying(patient("9990000018", marked, names));
        assertThat(answer.people().get(0).details().names())
                .extracting(n -> n.family())
                .containsExactly("Now");
        assertThat(answer.items())
                .filteredOn(i -> i.fields().stream().anyMatch(f -> f.value().contains("Before")))
                .hasSize(1)
                .allSatisfy(i -> assertThat(i.labels().statutes()).containsExactly(StatuteFlag.GENDER_RECOGNITION));
    }

    @Test
    void doesNotSayNoRecordOfSomebodyItDidNotTrace() throws SourceUnavailable {
        assertThat(answering().ask(Asking.about(Asking.UNNUMBERED)).kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(answering()
                        .ask(Asking.about(Asking.UNNUMBERED, Asking.NOBODY))
                        .kind())
                .isEqualTo(Answer.Kind.REFUSED);
        assertThat(answering().ask(Asking.about(Asking.UNNUMBERED)).reason()).contains("not traced");
        Answer mixed = answering().ask(Asking.about(Asking.MAYA, Asking.UNNUMBERED));
        assertThat(mixed.kind()).isEqualTo(Answer.Kind.ANSWERED);
        assertThat(mixed.unknownTerms()).hasSize(1);
    }

    @Test
    void doesNotChooseBetweenTwoNumbers() throws SourceUnavailable {
        Answer answer = answering()
                .ask(Asking.about(Asking.person("two", "Maya", "X", "2016-05-14", "9990000018", "9990000026")));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void doesNotBelieveABare404() {
        try (Stub stub = Stub.saying(404, "<html>not here</html>")) {
            assertThatThrownBy(() -> source(Asking.client(stub.url())).ask(question()))
                    .isInstanceOf(SourceUnavailable.class)
                    .hasMessageContaining("404");
        }
    }

    @Test
    void isUnavailableForARecordMarkedTooHigh() {
        assertThatThrownBy(() -> saying(patient("9990000018", security("SECRET"), "")))
                .isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void givesAnUnverifiedNumberToTheReaderAndNotToTheMatcher() throws SourceUnavailable {
        String twice = patient("9990000018", security("U"), "")
                .replace("\"value\":\"9990000018\"", "\"value\":\"9990000019\"");
        Answer answer = saying(twice);
        assertThat(answer.people().get(0).details().identifiers()).noneMatch(i -> i instanceof NhsNumber);
        assertThat(answer.items().get(0).unknownTerms()).hasSize(1);
    }
}
