package uk.mashhub.adapter.council.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Sex;

/**
 * A child of the census. It has no name there. The former pupil number is not read: an adopted child is given a new one so
 * that nobody follows the old (Adoption and Children Act 2002 ss56-65).
 *
 * @param localNumber LAchildID; empty if there is none
 * @param upn only if it checks
 * @param upnWritten the number as it stands in the census
 */
record CinChild(
        String localNumber,
        Optional<Upn> upn,
        String upnWritten,
        Optional<BirthDate> birthDate,
        Sex sex,
        Optional<LocalDate> diedOn,
        List<String> disabilities,
        List<CinEpisode> episodes,
        List<UnknownTerm> unknownTerms) {
    CinChild {
        Objects.requireNonNull(localNumber, "localNumber");
        Objects.requireNonNull(upn, "upn");
        Objects.requireNonNull(upnWritten, "upnWritten");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(diedOn, "diedOn");
        disabilities = List.copyOf(disabilities);
        episodes = List.copyOf(episodes);
        unknownTerms = List.copyOf(unknownTerms);
    }

    @Override
    public String toString() {
        return "CinChild[" + episodes.size() + " episodes]";
    }
}
