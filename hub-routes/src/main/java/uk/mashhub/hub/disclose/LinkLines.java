package uk.mashhub.hub.disclose;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewLinks;
import uk.mashhub.match.Weight;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.policy.Handles;

/**
 * Which doubtful links of an enquiry wait for whom, prepared when it is decided: a list over all enquiries then reads only
 * what stands beside its reader's own views (ruling 12). One that is for a named unit alone stands beside none (ruling 33).
 */
public final class LinkLines {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Nobody has said anything of it. */
    private static final String OPEN = "OPEN";
    /** The first of two has said that they are one, or are not. */
    private static final String SAME = "SAME";

    private static final String APART = "APART";

    private final ViewLinks links;
    private final BiPredicate<Enquiry, EnquiryFact.Waiting> mayBeSettled;
    private final Handles handles;

    /** @param mayBeSettled whether those who settle links may know of one */
    public LinkLines(ViewLinks links, BiPredicate<Enquiry, EnquiryFact.Waiting> mayBeSettled, Handles handles) {
        this.links = links;
        this.mayBeSettled = mayBeSettled;
        this.handles = handles;
    }

    /**
     * A view of a team.
     *
     * @param content what the view says
     */
    record Shown(Team team, ViewHead head, byte[] content) {
        @Override
        public String toString() {
            return "Shown[" + head + "]";
        }
    }

    /**
     * Whether a view may have a link beside it. Whoever is of the enquiry and is not named in it is somebody whom its reader
     * may not know of: a link would tell that there is somebody (law 5).
     */
    public static boolean mayStandBeside(Enquiry enquiry, EnquiryFact.Waiting link, byte[] content, String handle) {
        return !enquiry.concerns(link.person())
                || new String(content, StandardCharsets.UTF_8).contains("\"handle\":\"" + handle + "\"");
    }

    /** Writes them beside the views of the teams that settle links. */
    void write(Enquiry enquiry, List<Shown> shown) {
        List<Found> waiting = waiting(enquiry);
        Map<TeamId, List<Shown>> byTeam = new LinkedHashMap<>();
        shown.stream()
                .filter(s -> s.team().settlesLinks())
                .filter(s -> !BreakGlass.made(s.head().key().purpose()))
                .forEach(s -> byTeam.computeIfAbsent(s.team().id(), t -> new ArrayList<>())
                        .add(s));
        byTeam.values().forEach(views -> views.forEach(view -> write(enquiry, view, views, waiting)));
    }

    private void write(Enquiry enquiry, Shown view, List<Shown> views, List<Found> waiting) {
        ViewHead head = view.head();
        links.write(
                head,
                Holders.team(head.key().area(), head.key().team()),
                waiting.stream()
                        .filter(w -> beside(w.link(), views).equals(head))
                        .filter(w -> mayStandBeside(
                                enquiry,
                                w.link(),
                                view.content(),
                                handles.person(head.key(), w.link().person())))
                        .map(w -> line(w, head))
                        .toList());
    }

    /** A team with several views of an enquiry finds a link once: beside the view of whom it concerns, if there is one. */
    private static ViewHead beside(EnquiryFact.Waiting link, List<Shown> views) {
        return views.stream()
                .map(Shown::head)
                .filter(h -> h.key().perspective().equals(link.person()))
                .findFirst()
                .orElse(views.get(0).head());
    }

    private record Found(EnquiryFact.Waiting link, Instant since, int nth, String state) {}

    private static String state(Enquiry enquiry, LinkId link) {
        return enquiry.firstWord(link).map(w -> w.same() ? SAME : APART).orElse(OPEN);
    }

    private List<Found> waiting(Enquiry enquiry) {
        Map<LinkId, Boolean> settled = enquiry.settledLinks();
        List<Found> found = new ArrayList<>();
        for (Enquiry.Entry entry : enquiry.entries()) {
            List<EnquiryFact.Waiting> open = Enquiry.doubtful(entry.fact())
                    .filter(w -> !settled.containsKey(w.link())
                            || enquiry.firstWord(w.link()).isPresent())
                    .filter(w -> mayBeSettled.test(enquiry, w))
                    .sorted(Comparator.comparing(
                            w -> -w.weight().map(Weight::bits).orElse(0.0)))
                    .toList();
            for (EnquiryFact.Waiting link : open) {
                found.add(new Found(link, entry.at(), open.indexOf(link), state(enquiry, link.link())));
            }
        }
        return found;
    }

    private ViewLinks.Line line(Found found, ViewHead head) {
        EnquiryFact.Waiting link = found.link();
        ObjectNode line = JSON.createObjectNode()
                .put("link", link.link().toString())
                .put("person", handles.person(head.key(), link.person()))
                .put("since", found.since().toString())
                .put("state", found.state());
        link.weight().ifPresent(w -> line.put("bits", Math.round(w.bits() * 10) / 10.0));
        link.why().forEach(line.withArray("why")::add);
        return new ViewLinks.Line(link.link(), found.state(), found.since(), found.nth(), JSON.writeValueAsBytes(line));
    }
}
