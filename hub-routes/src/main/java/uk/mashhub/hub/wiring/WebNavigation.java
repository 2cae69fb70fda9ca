package uk.mashhub.hub.wiring;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.mashhub.hub.governance.AccountScreen;
import uk.mashhub.hub.governance.BreakGlassDesk;
import uk.mashhub.hub.governance.ConflictDesk;
import uk.mashhub.hub.governance.LookupScreen;
import uk.mashhub.hub.governance.OverridesScreen;
import uk.mashhub.hub.governance.PolicyDesk;
import uk.mashhub.hub.governance.QuarantineAccess;
import uk.mashhub.hub.governance.RetentionDesk;
import uk.mashhub.hub.governance.StopDesk;
import uk.mashhub.hub.triage.KeptLinksScreen;
import uk.mashhub.hub.triage.LinkQueueScreen;
import uk.mashhub.hub.triage.PhoneContacts;
import uk.mashhub.hub.triage.QueueScreen;
import uk.mashhub.hub.triage.Reader;

/** What stands at the head of every screen: who reads, and where they may go. */
@ControllerAdvice(basePackages = {"uk.mashhub.hub.triage", "uk.mashhub.hub.governance"})
class WebNavigation {

    /** The reader's team, and whether the screens that not everybody has are theirs. */
    public record Links(
            String team,
            String area,
            boolean closed,
            boolean links,
            boolean contact,
            boolean quarantine,
            boolean overrides,
            boolean conflicts,
            boolean policy,
            boolean sharing,
            boolean retention,
            boolean breakGlass,
            boolean log,
            boolean accounts,
            boolean keptLinks) {}

    @ModelAttribute("nav")
    Links links(Reader reader) {
        return new Links(
                reader.team().name(),
                reader.area().name(),
                QueueScreen.readsClosed(reader),
                LinkQueueScreen.open(reader),
                PhoneContacts.open(reader),
                QuarantineAccess.open(reader),
                OverridesScreen.open(reader),
                ConflictDesk.open(reader),
                PolicyDesk.open(reader),
                StopDesk.open(reader),
                RetentionDesk.open(reader),
                BreakGlassDesk.open(reader),
                LookupScreen.open(reader),
                AccountScreen.reads(reader),
                KeptLinksScreen.open(reader));
    }
}
