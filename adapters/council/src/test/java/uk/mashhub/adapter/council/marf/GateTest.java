package uk.mashhub.adapter.council.marf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.council.json.Shape;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.RelationshipKind;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

class GateTest {
    @Test
    void refusesAMisspeltSafetyField() {
        refuses(
                Forms.smallWithChild("{\"key\":\"c\",\n\"names\":[],\n\"adressIsConfidential\":true}", ""),
                Fault.NOT_VALID,
                "/children/0 (line 5)");
    }

    @Test
    void refusesASafetyFieldThatIsNoBoolean() {
        refuses(
                Forms.smallWithChild("{\"key\":\"c\",\"names\":[],\"addressIsConfidential\":\"yes\"}", ""),
                Fault.NOT_VALID,
                "/children/0/addressIsConfidential (line 3)");
        refuses(
                Forms.smallWithChild("{\"key\":\"c\",\"names\":[],\"addressIsConfidential\":null}", ""),
                Fault.NOT_VALID,
                "/children/0/addressIsConfidential (line 3)");
    }

    @Test
    void refusesAFormWithoutItsParts() {
        refuses("{\"form\":\"council-marf\",\"version\":1}", Fault.NOT_VALID, "/children (line 1)");
        refuses("[]", Fault.NOT_VALID, "/ (line 1)");
    }

    @Test
    void refusesAnotherVersionAsSuch() {
        refuses(Forms.small("").replace("\"version\":1", "\"version\":2"), Fault.WRONG_VERSION, "/version (line 1)");
        refuses(Forms.small("").replace("council-marf", "other-form"), Fault.WRONG_VERSION, "/version (line 1)");
    }

    @Test
    void refusesKeysThatNameNobodyOrTwo() {
        refuses(
                Forms.small(",\"relationships\":[{\"from\":\"x\",\"kind\":\"PARENT_OF\",\"to\":\"c\"}]"),
                Fault.NOT_VALID,
                "/relationships/0/from (line 5)");
        refuses(
                Forms.small(",\"household\":[{\"key\":\"c\",\"role\":\"PARENT\"}]"),
                Fault.NOT_VALID,
                "/household/0/key (line 5)");
        refuses(
                Forms.smallWithChild("{\"key\":\"c\\n\",\"names\":[]}", ""),
                Fault.NOT_VALID,
                "/children/0/key (line 3)");
    }

    @Test
    void looksAtTheClassificationBeforeAnythingElse() {
        for (String marking : List.of("SECRET", "top-secret", "UK SECRET EYES ONLY", " Secret ")) {
            refuses(
                    "{\"classification\":\"" + marking + "\",\"nonsense\":1}",
                    Fault.CLASSIFIED_TOO_HIGH,
                    "/classification (line 1)");
        }
    }

    @Test
    void looksForTheClassificationInWhatIsNotWellFormed() {
        refuses("{\"classification\" : \"SECRET\", \"concern\": {", Fault.CLASSIFIED_TOO_HIGH, "classification");
    }

    @Test
    void readsMarkings() {
        assertThat(Gate.classification("official - sensitive")).isEqualTo(Classification.OFFICIAL_SENSITIVE);
        assertThat(Gate.classification("OFFICIAL")).isEqualTo(Classification.OFFICIAL);
        assertThat(Gate.classification("CONFIDENTIAL")).isEqualTo(Classification.UNKNOWN);
        assertThat(Gate.classification("Top Secret")).isEqualTo(Classification.TOP_SECRET);
    }

    @Test
    void readsEveryCodeThatTheSchemaLists() {
        assertThat(codes("children", "protectedBy")).allSatisfy(c -> known(c, StatuteFlag.class));
        assertThat(codes("children", "sex")).allSatisfy(c -> known(c, Sex.class));
        assertThat(codes("children", "names", "use")).allSatisfy(c -> known(c, NameUse.class));
        assertThat(codes("relationships", "kind")).allSatisfy(c -> known(c, RelationshipKind.class));
        assertThat(codes("concern", "categories")).allSatisfy(c -> known(c, ConcernCategory.class));
        assertThat(codes("consent", "agreements", "state")).allSatisfy(c -> known(c, ConsentState.class));
        assertThat(codes("consent", "agreements", "notSoughtBecause")).allSatisfy(c -> known(c, NotSoughtReason.class));
        assertThat(codes("keptFromFamily", "sections"))
                .allSatisfy(c -> assertThat(
                                c.equals("ALL") || Terms.match(c, Section.class).isPresent())
                        .isTrue());
    }

    @Test
    void listsEveryServiceAndRoleInTheSchema() {
        Set<String> services = new TreeSet<>(codes("agencies", "service"));
        assertThat(services)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Service.values())
                        .filter(s -> s != Service.UNKNOWN)
                        .map(Service::name)
                        .toList());
        assertThat(codes("referrer", "role")).containsExactlyInAnyOrderElementsOf(RoleWords.LISTED);
    }

    private static <E extends Enum<E>> void known(String code, Class<E> codes) {
        assertThat(Terms.match(code, codes)).as(code).isPresent();
    }

    private static List<String> codes(String... path) {
        Shape shape = Gate.shape();
        for (String name : path) {
            shape = ((Shape.Members) inside(shape)).properties().get(name);
        }
        return ((Shape.Text) inside(shape)).codes();
    }

    private static Shape inside(Shape shape) {
        return shape instanceof Shape.Elements list ? list.element() : shape;
    }

    private static void refuses(String form, Fault fault, String place) {
        Unreadable e = catchThrowableOfType(Unreadable.class, () -> Forms.read(form));
        assertThat(e).as(form).isNotNull();
        assertThat(e.fault() + " at " + e.place()).isEqualTo(fault + " at " + place);
    }
}
