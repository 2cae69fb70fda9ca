package uk.mashhub.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.engine.Answers;
import uk.mashhub.policy.engine.Decider;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.fact.ItemFacts;
import uk.mashhub.policy.fact.PartFacts;
import uk.mashhub.policy.fact.Scene;
import uk.mashhub.policy.fact.TimeFacts;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.view.Names;
import uk.mashhub.policy.view.Reading;
import uk.mashhub.policy.view.ViewContent;
import uk.mashhub.policy.view.Worksheet;

/** Decides a packet for one audience and seals what comes of it. */
final class ViewMaker {
    private final SharingPolicy policy;
    private final Decider decider;
    private final Answers answers;
    private final Seal seal;

    ViewMaker(SharingPolicy policy, ItemFacts facts, Answers answers, Seal seal) {
        this.policy = policy;
        this.decider = new Decider(policy.compiled(), facts);
        this.answers = answers;
        this.seal = seal;
    }

    /** Each reader's view. What is decided for one of them is known for what the others hear of it. */
    List<DecidedView> make(Packet packet, List<Readership> readers, Artefact artefact, Handles handles) {
        Map<Readership, Judged> judged = new HashMap<>();
        readers.forEach(r -> judged.computeIfAbsent(r, reader -> judge(packet, reader, artefact)));
        return readers.stream().map(r -> make(r, judged::get, handles, readers)).toList();
    }

    DecidedView make(Packet packet, Readership reader, Artefact artefact, Handles handles, List<Readership> others) {
        return make(reader, r -> judge(packet, r, artefact), handles, others);
    }

    /** What one reader may see of each item. */
    private record Judged(Scene scene, Map<ItemId, Finding> findings) {}

    private Judged judge(Packet packet, Readership reader, Artefact artefact) {
        Scene scene = scene(packet, reader, artefact);
        Map<ItemId, Finding> findings = new LinkedHashMap<>();
        // An item that stands in the packet twice is one item.
        packet.items().forEach(i -> findings.computeIfAbsent(i.id(), id -> decider.decide(scene, i)));
        return new Judged(scene, findings);
    }

    private DecidedView make(
            Readership reader, Function<Readership, Judged> judging, Handles handles, List<Readership> others) {
        Judged judged = Objects.requireNonNull(judging.apply(reader), "judged");
        Scene scene = judged.scene();
        ViewKey key = key(scene.packet(), reader, scene.artefact());
        List<Finding> findings = List.copyOf(judged.findings().values());
        Reading reading = new Reading(
                scene,
                findings,
                parts(scene),
                worksheet(judged, others, judging),
                policy.hash().hex(),
                names(key, handles));
        SealedView view = seal.seal(key, ViewContent.of(reading));
        return new DecidedView(view, decisions(findings), validUntil(scene.packet()));
    }

    private static ViewKey key(Packet packet, Readership reader, Artefact artefact) {
        Audience audience = reader.audience();
        return new ViewKey(
                packet.enquiry(),
                packet.area(),
                audience.team(),
                audience.role(),
                reader.perspective(),
                packet.purpose(),
                artefact);
    }

    private Scene scene(Packet packet, Readership reader, Artefact artefact) {
        return new Scene(
                packet,
                reader.audience(),
                reader.perspective(),
                reader.actsFor(),
                artefact,
                policy.book().windows());
    }

    private Set<ViewPart> parts(Scene scene) {
        return Arrays.stream(ViewPart.values())
                .filter(p -> answers.to(Gate.PART, PartFacts.of(scene, p)).allowed())
                .collect(Collectors.toSet());
    }

    /** For an agency's lead: which other readers wait for the owner, and to whom is shown what the owner hears of. */
    private static Worksheet worksheet(Judged judged, List<Readership> others, Function<Readership, Judged> judging) {
        Scene scene = judged.scene();
        if (scene.audience().role() != Role.AGENCY_LEAD) {
            return Worksheet.EMPTY;
        }
        Map<ItemId, List<TeamId>> awaiting = new HashMap<>();
        Map<ItemId, List<TeamId>> shownTo = new HashMap<>();
        List<ItemId> own = judged.findings().values().stream()
                .filter(Finding::given)
                .map(Finding::item)
                .filter(i -> i.provenance().owner().equals(scene.audience().agency()))
                .map(Item::id)
                .toList();
        for (Readership other : own.isEmpty() ? List.<Readership>of() : others) {
            Judged theirs = Objects.requireNonNull(judging.apply(other), "judged");
            for (ItemId item : own) {
                Finding finding = Objects.requireNonNull(theirs.findings().get(item), "finding");
                TeamId team = other.audience().team();
                if (finding.verdict().reviewers().contains(Reviewer.OWNER)) {
                    awaiting.computeIfAbsent(item, k -> new ArrayList<>()).add(team);
                }
                if (hearsOf(scene, other, finding)) {
                    shownTo.computeIfAbsent(item, k -> new ArrayList<>()).add(team);
                }
            }
        }
        return new Worksheet(awaiting, shownTo);
    }

    /** Its own people are no news to an owner. */
    private static boolean hearsOf(Scene owners, Readership other, Finding theirs) {
        return theirs.given()
                && theirs.verdict().obligations().contains(Obligation.NOTIFY_ORIGINATOR)
                && !other.audience().agency().equals(owners.audience().agency());
    }

    private static Names names(ViewKey key, Handles handles) {
        return new Names(item -> handles.line(key, item), person -> handles.person(key, person));
    }

    private static List<ItemDecision> decisions(List<Finding> findings) {
        return findings.stream()
                .map(ItemDecision::of)
                .sorted(PolicyEngine.BY_ITEM)
                .toList();
    }

    private Optional<Instant> validUntil(Packet packet) {
        return new TimeFacts(packet, policy.book().windows(), policy.book().starts()).nextChange();
    }
}
