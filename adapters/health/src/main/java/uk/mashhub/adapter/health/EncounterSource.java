package uk.mashhub.adapter.health;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.AskByNumber.Found;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.adapter.health.fhir.FhirReader.Reading;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.NhsNumber;

/**
 * Attendances and diagnoses on an R4 server, searched by POST so that the NHS number stands in no address. A warning of
 * the practice that it withholds items is passed on as it is, and never guessed at.
 */
public final class EncounterSource implements SourceSystem {
    /** More than any family's record; a server that goes on is not believed. */
    private static final int MOST_PAGES = 50;

    private static final String INCLUDED = "&_include=Encounter:patient&_include=Encounter:diagnosis"
            + "&_include=Encounter:location&_include=Encounter:service-provider&_revinclude=Condition:encounter";

    private final SourceId id;
    private final FhirClient client;
    private final Clock clock;

    public EncounterSource(SourceId id, FhirClient client, Clock clock) {
        this.id = id;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public Answer ask(Question question) throws SourceUnavailable {
        return AskByNumber.ask(question, this::lookUp);
    }

    private Found lookUp(AskedPerson person, NhsNumber number) throws SourceUnavailable {
        String who = "patient.identifier="
                + URLEncoder.encode(NhsNumbers.SYSTEM + "|" + number.value(), StandardCharsets.UTF_8);
        Bundle all = new Bundle();
        Set<String> seen = new HashSet<>();
        List<UnknownTerm> terms = new java.util.ArrayList<>();
        collect("Encounter/_search", who + INCLUDED, all, seen, terms);
        collect("List/_search", who, all, seen, terms);
        return read(all, terms, person, number);
    }

    /** Every page of a search into one bundle; a resource that stands on two pages once. */
    private void collect(String path, String form, Bundle all, Set<String> seen, List<UnknownTerm> terms)
            throws SourceUnavailable {
        Optional<Reading<Bundle>> page = client.search(path, form, Bundle.class);
        for (int pages = 1; page.isPresent(); pages++) {
            Bundle bundle = page.get().resource();
            terms.addAll(page.get().unknownTerms());
            for (BundleEntryComponent entry : bundle.getEntry()) {
                if (seen.add(address(entry))) {
                    all.addEntry(entry);
                }
            }
            BundleLinkComponent next = bundle.getLink("next");
            if (next == null) {
                return;
            }
            if (pages == MOST_PAGES) {
                throw new SourceUnavailable("its answer has no end");
            }
            page = client.follow(next.getUrl(), Bundle.class);
        }
    }

    private static String address(BundleEntryComponent entry) {
        return entry.hasFullUrl() || !entry.hasResource()
                ? String.valueOf(entry.getFullUrl())
                : entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart();
    }

    private Found read(Bundle bundle, List<UnknownTerm> terms, AskedPerson person, NhsNumber number)
            throws SourceUnavailable {
        try {
            Answers.check(bundle);
            BundleIndex index = new BundleIndex(bundle);
            AskedPatient asked = new AskedPatient(person, number, index, clock);
            Telling telling = new Telling(index, asked, SecurityLabels.of(List.of()));
            new EncounterItems(telling).addAll();
            new WithheldItems(telling).addAll();
            telling.unknownTerms.addAll(terms);
            boolean nothing = telling.items.isEmpty();
            return new Found(asked.flagged(id), telling.items, nothing ? List.of() : telling.unknownTerms);
        } catch (Unreadable e) {
            throw Answers.worthless(e);
        }
    }
}
