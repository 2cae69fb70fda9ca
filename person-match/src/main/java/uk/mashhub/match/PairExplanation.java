package uk.mashhub.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.match.link.Guard;
import uk.mashhub.match.tool.Pictures;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Frequencies;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Waterfall;
import uk.mashhub.match.weight.Weigher;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What the weights say of two records, for whoever settles a doubtful pair: a help beside the rules of {@link Ground},
 * which alone decide. It says how fields compare and never what they hold.
 *
 * @param why field by field, in bits
 * @param guard a rule that no weight overrides
 */
public record PairExplanation(Waterfall why, Optional<Guard> guard) {
    private static final Weigher WEIGHER = new Weigher(ModelFile.shipped(), Frequencies.NONE);
    private static final String VERSION = ModelFile.version(WEIGHER.model());

    /** Explains two records with the model that this release ships; how common a name is does not enter. */
    public static PairExplanation of(
            PersonDetails a, Set<StatuteFlag> statutesOfA, PersonDetails b, Set<StatuteFlag> statutesOfB) {
        return of(profile("a", a, statutesOfA), profile("b", b, statutesOfB));
    }

    /** The same of records without statutes, the first made ready before. */
    static PairExplanation of(Profile left, PersonDetails right) {
        return of(left, profile("b", right, Set.of()));
    }

    /** A record made ready to be compared with many. */
    static Profile profile(PersonDetails details) {
        return profile("a", details, Set.of());
    }

    private static PairExplanation of(Profile left, Profile right) {
        return new PairExplanation(WEIGHER.explain(left, right), Guard.of(left, right, Comparison.of(left, right)));
    }

    /** The sum, and which model it rests on. */
    public Weight weight() {
        return new Weight(VERSION, why.total());
    }

    /**
     * Whether the weights alone would call the two one person, and no guard keeps them apart or from a person's eyes. The
     * threshold is the one for batches that nobody looks at: the hub knows many more people than the model was learnt
     * from, and every pair that it doubts lets restrictions travel. A forename and a date of birth that two strangers
     * share do not reach it.
     */
    public boolean worthALook() {
        return why.total() >= why.certain() && guard.map(Guard::leavesToAPerson).orElse(true);
    }

    /** The waterfall as a picture (SVG), which says itself in words to a screen reader. */
    public String picture() {
        return Pictures.waterfall(why);
    }

    private static Profile profile(String id, PersonDetails details, Set<StatuteFlag> statutes) {
        Profile.Builder profile = Profile.of(id, "");
        details.names().forEach(n -> profile.name(Name.of(String.join(" ", n.given()), n.family())));
        details.birthDate().map(PairExplanation::birth).ifPresent(profile::born);
        profile.sex(details.sex());
        details.identifiers().forEach(i -> profile.number(field(i), number(i)));
        details.addresses().stream()
                .filter(d -> d.use() != AddressUse.CORRESPONDENCE)
                .map(DatedAddress::address)
                .forEach(address -> {
                    profile.postcode(address.postcode());
                    List<String> lines = address.lines();
                    profile.street(lines.isEmpty() ? "" : lines.get(0));
                    address.uprn().ifPresent(u -> profile.number(Field.UPRN, u.value()));
                });
        details.telephones().forEach(profile::phone);
        if (!Statutes.units(statutes).isEmpty()) {
            profile.keptApart();
        }
        return profile.build();
    }

    private static Birth birth(BirthDate born) {
        boolean doubtful = born.accuracy() == Accuracy.ESTIMATED || born.accuracy() == Accuracy.UNCERTAIN;
        return new Birth(Birth.of(born.date()).digits(), doubtful, born.accuracy() == Accuracy.EXPECTED);
    }

    private static Field field(PersonIdentifier identifier) {
        return switch (IdentifierKind.of(identifier)) {
            case NHS -> Field.NHS_NUMBER;
            case UPN -> Field.UPN;
            case PNC -> Field.PNC_ID;
            case CRN -> Field.CRN;
            case LOCAL -> Field.LOCAL_ID;
        };
    }

    private static String number(PersonIdentifier identifier) {
        return identifier instanceof LocalId local ? local.source().value() + "|" + local.value() : identifier.value();
    }

    @Override
    public String toString() {
        return "PairExplanation[not shown]";
    }
}
