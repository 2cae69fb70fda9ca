package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/** The schema that editors read knows the words that the loader knows, and refuses what the loader refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
    private static final Path FILE =
            Policies.AGREEMENTS.resolveSibling("schema").resolve("agreements.schema.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ObjectNode written;
    private Schema schema;

    @BeforeAll
    void readsTheSchema() throws IOException {
        written = (ObjectNode) JSON.readTree(Files.readString(FILE));
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(FILE, JSON.writeValueAsString(ofTheVocabulary()) + "\n");
            written = (ObjectNode) JSON.readTree(Files.readString(FILE));
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(written.toString(), InputFormat.JSON);
    }

    /** The schema with the words of the vocabulary written in. */
    private ObjectNode ofTheVocabulary() {
        ObjectNode whole = written.deepCopy();
        ObjectNode definitions = (ObjectNode) whole.get("definitions");
        List<String> fields = new ArrayList<>(words(FieldKind.values()));
        fields.add("LOCATING");
        List<String> gates = new ArrayList<>(words(Gate.values()));
        gates.remove(Gate.MATRIX.name());
        words(definitions, "outcome", words(Outcome.values()));
        words(definitions, "kind-of-field", fields);
        words(definitions, "reviewer", words(Reviewer.values()));
        words(definitions, "obligation", words(Obligation.values()));
        words(definitions, "answer", words(Answer.values()));
        words(definitions, "gate", gates);
        words(definitions, "question", words(Question.values()));
        words(definitions, "part-of-a-basis", words(Basis.Part.values()));
        ObjectNode windows = closed(definitions, "window-of-each-class");
        words(DataClass.values()).forEach(c -> {
            windows.withArrayProperty("required").add(c);
            windows.withObjectProperty("properties").set(c, ref("window"));
        });
        for (Asking asking : Asking.values()) {
            words(
                    definitions,
                    "gates-" + asking,
                    gates.stream()
                            .filter(g -> Gate.valueOf(g).asking() == asking)
                            .toList());
            words(
                    definitions,
                    "questions-" + asking,
                    Stream.of(Question.values())
                            .filter(q -> q.asking() == asking)
                            .map(Question::name)
                            .toList());
            ObjectNode facts = closed(definitions, "facts-" + asking);
            Attribute.of(asking).forEach(a -> {
                facts.withObjectProperty("properties").set(a.term(), ref("values-of-" + a.term()));
                values(definitions, a);
            });
        }
        return whole;
    }

    /** One value or several, of the vocabulary or by the name of a list, or all but such. */
    private static void values(ObjectNode definitions, Attribute attribute) {
        String one = "value-of-" + attribute.term();
        ObjectNode value = definitions.putObject(one);
        value.putArray("anyOf").add(enumeration(attribute.words())).add(ref("named-list"));
        ObjectNode several = JSON.createObjectNode().put("type", "array").put("minItems", 1);
        several.set("items", ref(one));
        ObjectNode except = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        except.putArray("required").add("except");
        ObjectNode which = except.putObject("properties").putObject("except");
        which.putArray("anyOf").add(ref(one)).add(several.deepCopy());
        definitions
                .putObject("values-of-" + attribute.term())
                .putArray("anyOf")
                .add(ref(one))
                .add(several)
                .add(except);
    }

    private static ObjectNode closed(ObjectNode definitions, String name) {
        return definitions.putObject(name).put("type", "object").put("additionalProperties", false);
    }

    private static void words(ObjectNode definitions, String name, List<String> words) {
        definitions.set(name, enumeration(words));
    }

    private static ObjectNode enumeration(List<String> words) {
        ObjectNode enumeration = JSON.createObjectNode();
        words.forEach(enumeration.putArray("enum")::add);
        return enumeration;
    }

    private static ObjectNode ref(String definition) {
        return JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private List<Error> errors(String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    @Test
    void knowsExactlyTheWordsOfTheVocabulary() {
        assertThat(written)
                .as("run with -Dschema.write=true and read what changed")
                .isEqualTo(ofTheVocabulary());
    }

    @Test
    void acceptsEveryFileThatIsShippedAndIsNamedInEach() throws IOException {
        for (Path folder : List.of(Policies.AGREEMENTS, Path.of("src/test/resources/agencies"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file);
                    assertThat(errors(text)).as(file.toString()).isEmpty();
                    String first = text.lines().findFirst().orElse("");
                    assertThat(first).startsWith("# yaml-language-server: $schema=");
                    assertThat(file.resolveSibling(first.substring(first.indexOf('=') + 1))
                                    .normalize())
                            .as(file.toString())
                            .hasSameBinaryContentAs(FILE);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            safety.yaml     | when: {PERPETRATOR_SIDE           | when: {PERPETRATOR_SIED
            enquiries.yaml  | sector: LOCAL_AUTHORITY}          | sector: LOCAL_AUTORITY}
            safety.yaml     | '    reason:'                     | '    raeson:'
            safety.yaml     | then: SUMMARISE                   | then: SUMMARIZE
            enquiries.yaml  | when: {OPEN_CASE: yes             | when: {HELD: yes
            windows.yaml    | '  HOUSING: P3Y\\n'                | ''
            windows.yaml    | 'HOUSING: P3Y'                    | 'HOUSING: 3 years'
            statutes.yaml   | '      permits:'                  | '      refuses2:'
            safety.yaml     | '    then: SUMMARISE'             | '    starts: 2030-01-01\\n    then: SUMMARISE'
            duties.yaml     | 'then: {outcome: SHOW, review: [HEALTH_LEAD' | 'then: {outcome: WITHHOLD, review: [HEALTH_LEAD'
            duties.yaml     | 'kind: agreement'                 | 'kind: agreemnt'
            duties.yaml     | 'gate: DUTY'                      | 'gate: MATRIX'
            duties.yaml     | 'review: 2027-04-01'              | 'review: next spring'
            duties.yaml     | 'review: [HEALTH_LEAD, OWNER]'    | 'review: [HEALTH_LAED, OWNER]'
            duties.yaml     | 'starts: off'                     | 'starts: soon'
            duties.yaml     | '    title: Sexual'               | '    titel: Sexual'
            duties.yaml     | 'obligations: [NO_ONWARD_SHARING]' | 'obligations: [NO_ONWARD]'
            matrix.yaml     | '    default: SILENT'             | '    defualt: SILENT'
            matrix.yaml     | 'when: {dataClass: EDUCATION}'    | 'when: {dataclass: EDUCATION}'
            matrix.yaml     | 'redact: [LOCATING]'              | 'redact: [LOCATED]'
            invariants.yaml | 'question: MAY_SEE'               | 'question: MAY_SE'
            invariants.yaml | 'fields: [LOCATING]'              | 'fields: [LOCATED]'
            invariants.yaml | 'always: {outcome: SILENT}'       | 'always: {answer: REFUSE}'
            bases.yaml      | 'part: GATEWAY'                   | 'part: GATEWY'
            bases.yaml      | 'regime: DPA_PART_3'              | 'regime: DPA_PART_4'
            bases.yaml      | '    title: The person'           | '    titel: The person'
            agencies/exampleshire-police.yaml | 'gate: HANDLING' | 'gate: SAFETY'
            agencies/exampleshire-police.yaml | 'then: SUMMARISE' | 'then: SHOW'
            agencies/exampleshire-police.yaml | 'agency: '       | 'agancy: '
            agencies/exampleshire-schools.yaml | 'then: REVIEW'  | 'then: ALLOW'
            agencies/exampleshire-schools.yaml | 'gate: MAY_ASK' | 'gate: MAY_OPEN'
            """)
    void refusesWhatTheLoaderRefuses(String file, String from, String to, @TempDir Path directory) {
        Draft draft = new Draft(directory);
        draft.change(file, line(from), to == null ? "" : line(to));
        assertThat(errors(draft.text(file))).isNotEmpty();
        assertThat(draft.refused()).isTrue();
    }

    private static String line(String text) {
        return text.replace("\\n", "\n");
    }
}
