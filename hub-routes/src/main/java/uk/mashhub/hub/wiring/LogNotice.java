package uk.mashhub.hub.wiring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.mashhub.hub.proof.Timestamping;
import uk.mashhub.hub.proof.Witnessing;

/** What every screen says while the agencies' witnesses do not vouch for the log, or no time authority does. Work goes on; somebody must look. */
@ControllerAdvice(basePackages = {"uk.mashhub.hub.triage", "uk.mashhub.hub.governance"})
class LogNotice {
    private final ObjectProvider<Witnessing> witnessing;
    private final ObjectProvider<Timestamping> timestamping;

    LogNotice(ObjectProvider<Witnessing> witnessing, ObjectProvider<Timestamping> timestamping) {
        this.witnessing = witnessing;
        this.timestamping = timestamping;
    }

    @ModelAttribute("logNotice")
    String notice() {
        Witnessing asked = witnessing.getIfAvailable();
        Timestamping time = timestamping.getIfAvailable();
        String words = asked == null ? "" : words(asked.state());
        boolean unstamped = time != null && time.awaySince().isPresent();
        return words.isEmpty() && unstamped ? "log.unstamped" : words;
    }

    /** The key of the words, in {@code messages.properties}; empty while all is well. */
    static String words(Witnessing.State state) {
        if (state.refused()) {
            return "log.refused";
        }
        return state.quorum() ? "" : "log.unwitnessed";
    }
}
