package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.engine.Answers;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * The published XACML 3.0 conformance policies on combining (OASIS, section IID), as a check that a refusal wins and that an
 * error is a refusal. Each rule says in its description whether it applies; whether it permits is in its effect.
 */
class CombiningTest {
    private static final Pattern RULE =
            Pattern.compile("<Rule[^>]*Effect=\"(Permit|Deny)\".*?<Description>(.*?)</Description>", Pattern.DOTALL);

    private enum Applies {
        YES,
        NO,
        NOBODY_CAN_SAY
    }

    private record Combined(
            String name, boolean denyOverrides, List<Answer> effects, List<Applies> applies, String decision) {}

    @Test
    void givesWhatDenyOverridesGives() throws IOException {
        List<Combined> denying =
                conformance().stream().filter(Combined::denyOverrides).toList();
        assertThat(denying).hasSizeGreaterThan(7);
        for (Combined c : denying) {
            assertThat(ours(c) == Answer.ALLOW)
                    .as(c.name())
                    .isEqualTo(c.decision().equals("Permit"));
        }
    }

    @Test
    void isNeverWiderThanAnyOtherWayOfCombining() throws IOException {
        List<Combined> all = conformance();
        assertThat(all).hasSizeGreaterThan(25);
        for (Combined c : all) {
            if (ours(c) == Answer.ALLOW) {
                assertThat(c.decision()).as(c.name()).isEqualTo("Permit");
            }
        }
    }

    @Test
    void refusesOnEveryErrorWhereOthersMayPermit() throws IOException {
        List<Combined> errors = conformance().stream()
                .filter(c -> c.applies().contains(Applies.NOBODY_CAN_SAY))
                .toList();
        assertThat(errors).isNotEmpty().anyMatch(c -> c.decision().equals("Permit"));
        assertThat(errors).allSatisfy(c -> assertThat(ours(c)).as(c.name()).isEqualTo(Answer.REFUSE));
    }

    /** The same rules here: rule n reads attribute n, whose first value means that it applies. */
    private static Answer ours(Combined c) {
        List<Attribute> attributes = Attribute.of(Asking.MAY_SEND);
        SmallPolicy policy = SmallPolicy.open();
        FactVector.Gathering facts = new FactVector.Gathering();
        attributes.forEach(a -> facts.put(a, a.words().get(0)));
        for (int i = 0; i < c.effects().size(); i++) {
            Attribute a = attributes.get(i);
            policy.answer(
                    "R-" + i,
                    Gate.MAY_SEND,
                    SmallPolicy.where(a, a.words().get(0)),
                    c.effects().get(i));
            switch (c.applies().get(i)) {
                case YES -> facts.put(a, a.words().get(0));
                case NO -> facts.put(a, a.words().get(1));
                case NOBODY_CAN_SAY -> facts.failed(a);
            }
        }
        return new Answers(policy.book()).to(Gate.MAY_SEND, facts.done()).answer();
    }

    private static List<Combined> conformance() throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        assumeTrue(shared != null, "set MASH_SHARED_DATA to check against the XACML conformance policies");
        try (Stream<Path> files = Files.list(Path.of(shared, "7-policy", "xacml"))) {
            List<Combined> found = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith("Policy.xml"))
                    .sorted()
                    .toList()) {
                found.add(read(file));
            }
            return found;
        }
    }

    private static Combined read(Path file) throws IOException {
        String name = file.getFileName().toString().replace("Policy.xml", "");
        String policy = Files.readString(file);
        List<Answer> effects = new ArrayList<>();
        List<Applies> applies = new ArrayList<>();
        Matcher rules = RULE.matcher(policy);
        while (rules.find()) {
            effects.add(rules.group(1).equals("Permit") ? Answer.ALLOW : Answer.REFUSE);
            applies.add(applies(rules.group(2).strip()));
        }
        String response = Files.readString(file.resolveSibling(name + "Response.xml"));
        return new Combined(
                name,
                Pattern.compile("CombiningAlgId=\"[^\"]*:([a-z-]+)\"")
                        .matcher(policy)
                        .results()
                        .allMatch(m -> m.group(1).endsWith("deny-overrides")),
                effects,
                applies,
                response.replaceAll("(?s).*<Decision>(\\w+).*", "$1"));
    }

    private static Applies applies(String description) {
        if (description.matches("(?s).*INDETERMINATE\\.?")) {
            return Applies.NOBODY_CAN_SAY;
        }
        return description.matches("(?s).*NOT[- ]?APPLICABLE\\.?") ? Applies.NO : Applies.YES;
    }
}
