package uk.mashhub.hub.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.SourceStatus;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.QuestionId;

/** How every agency of the area stands to an enquiry, from what its sources did (law 7, ruling 30). */
final class AgencyStates {

    List<AgencyStatus> fold(Enquiry enquiry, Area area, Set<AgencyId> stopped) {
        List<AgencyStatus> all = new ArrayList<>();
        for (Agency agency : area.agencies()) {
            List<SourceStatus> sources =
                    agency.answerers().stream().map(s -> status(enquiry, s)).toList();
            all.add(new AgencyStatus(
                    agency.id(),
                    agency.name(),
                    agency.sector(),
                    agency.contact(),
                    sources,
                    stopped.contains(agency.id())));
        }
        return all;
    }

    private static SourceStatus status(Enquiry enquiry, Source source) {
        SourceStatus status = new SourceStatus(
                source.id(),
                source.title(),
                SourceState.NOT_ASKED,
                enquiry.row().receivedAt(),
                Optional.empty(),
                "");
        Optional<QuestionId> newest = Optional.empty();
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Asked a && a.source().equals(source.id())) {
                newest = Optional.of(a.question());
            }
            status = after(status, newest, entry);
        }
        return status;
    }

    /** The newest question counts: an answer to an earlier one comes in, and the source is still asked. */
    private static SourceStatus after(SourceStatus before, Optional<QuestionId> newest, Enquiry.Entry entry) {
        if (entry.fact() instanceof EnquiryFact.Asked a && a.source().equals(before.source())) {
            return to(before, SourceState.ASKED, entry.at(), Optional.of(a.dueAt()), "");
        }
        if (entry.fact() instanceof EnquiryFact.NotAsked n && n.source().equals(before.source())) {
            return to(before, SourceState.NOT_ASKED, entry.at(), Optional.empty(), n.reason());
        }
        if (entry.fact() instanceof EnquiryFact.Answered a
                && a.source().equals(before.source())
                && newest.filter(a.question()::equals).isPresent()) {
            return to(before, state(a), entry.at(), before.dueAt(), a.reason());
        }
        return before;
    }

    private static SourceState state(EnquiryFact.Answered answered) {
        return switch (answered.kind()) {
            case ANSWERED -> SourceState.ANSWERED;
            case NO_RECORD -> SourceState.NO_RECORD;
            case REFUSED -> SourceState.REFUSED;
            case UNAVAILABLE -> SourceState.UNAVAILABLE;
        };
    }

    private static SourceStatus to(
            SourceStatus before, SourceState state, Instant since, Optional<Instant> dueAt, String reason) {
        return new SourceStatus(before.source(), before.title(), state, since, dueAt, reason);
    }
}
