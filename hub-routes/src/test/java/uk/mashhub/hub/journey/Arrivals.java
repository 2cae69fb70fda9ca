package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.simulators.council.CouncilSimulator;

/** What comes in: forms and hospital messages over HTTPS, notifications over SFTP. */
final class Arrivals {
    private static final Pattern RECEIPT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Scene scene;
    private final Room room;

    Arrivals(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    /** {@code send: {as: school-form, file: .., message: .., expect: 202, says: [..], named: .., opens: true}}. */
    void form(Step step) throws Exception {
        Set<String> before = board();
        answered(
                step,
                before,
                scene.hub.door().form(step.word("as"), message(step), scene.journey.file(step.word("file"))));
    }

    /** {@code fhir: {as: health-referrals, file: ..}}, and as {@link #form}. */
    void fhir(Step step) throws Exception {
        Set<String> before = board();
        answered(
                step,
                before,
                scene.hub.door().fhir(step.word("as"), message(step), scene.journey.file(step.word("file"))));
    }

    /** {@code outcome: {as: school-form, of: .., fhir: false, expect: 200, says: [..], silent: [..]}}: what the sender fetches. */
    void outcome(Step step) throws Exception {
        String receipt = scene.receipts.get(step.word("of"));
        boolean told = step.number("expect", 200) == 200;
        // What leaves the room waits for its proof (ruling 23), a fraction of a second.
        Visitor.Answered answer = TheHub.await("the outcome", () -> {
            Visitor.Answered asked = ask(step, receipt);
            return told && asked.status() == 404 ? null : asked;
        });
        assertThat(answer.status()).as("the door's answer: " + answer.text()).isEqualTo(step.number("expect", 200));
        Texts.says("the outcome", answer.text(), step.words("says"));
        Texts.saysNot("the outcome", answer.text(), step.words("silent"));
    }

    private Visitor.Answered ask(Step step, String receipt) {
        try {
            return scene.hub.door().outcome(step.word("as"), receipt, step.says("fhir", false));
        } catch (Exception e) {
            throw new IllegalStateException("the door did not answer", e);
        }
    }

    private String message(Step step) {
        return scene.journey.name() + "-" + step.maybe("message").orElse(step.word("file"));
    }

    private void answered(Step step, Set<String> before, Visitor.Answered answer) throws Exception {
        int expected = step.number("expect", 202);
        assertThat(answer.status()).as("the door's answer: " + answer.text()).isEqualTo(expected);
        Texts.says("the door", answer.text(), step.words("says"));
        Texts.saysNot("the door", answer.text(), step.words("silent"));
        Matcher receipt = RECEIPT.matcher(answer.text());
        if (receipt.find()) {
            scene.receipts.put(step.maybe("named").orElse(step.word("file")), receipt.group());
        }
        if (step.says("opens", expected == 202)) {
            opened(step, before);
        }
    }

    /**
     * {@code drop: {account: police, file: .., rejected: [words of the sidecar], destroyed: false}}: written under another
     * name and renamed, then awaited.
     */
    void drop(Step step) throws Exception {
        Set<String> before = board();
        Path inbox = scene.hub.agenciesDir().resolve(step.word("account")).resolve("in");
        String name = scene.journey.name() + "-" + step.word("file");
        CouncilSimulator.put(inbox, name, scene.journey.file(step.word("file")));
        TheHub.await("the hub to take the file", () -> Files.exists(inbox.resolve(name)) ? null : true);
        if (step.with().has("rejected")) {
            Texts.says("the sidecar", Files.readString(inbox.resolve(name + ".rejected")), step.words("rejected"));
        }
        assertThat(Files.exists(inbox.resolve(".done").resolve(name)))
                .as("the file was set aside")
                .isEqualTo(!step.says("destroyed", false));
        if (step.says("opens", true)) {
            opened(step, before);
        }
    }

    private Set<String> board() throws Exception {
        Set<String> references = new HashSet<>();
        room.wholeQueue("decision").forEach(q -> references.add(Room.reference(q)));
        return references;
    }

    private void opened(Step step, Set<String> before) {
        String reference = TheHub.await("an enquiry on the decision makers' queue", () -> fresh(before));
        scene.references.put(step.maybe("named").orElse(step.word("file")), reference);
    }

    private String fresh(Set<String> before) {
        try {
            return board().stream().filter(r -> !before.contains(r)).findFirst().orElse(null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
