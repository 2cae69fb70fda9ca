package uk.mashhub.adapter.police.sheet;

import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Nature;

/** What police or a court did about a person. */
public enum DisposalKind {
    ARREST(DataClass.ALLEGATION, Nature.ALLEGATION),
    VOLUNTARY_INTERVIEW(DataClass.ALLEGATION, Nature.ALLEGATION),
    CHARGE(DataClass.ALLEGATION, Nature.ALLEGATION),
    CAUTION(DataClass.CONVICTION_ORDER_BAIL, Nature.FACT),
    CONVICTION(DataClass.CONVICTION_ORDER_BAIL, Nature.FACT),
    ORDER(DataClass.CONVICTION_ORDER_BAIL, Nature.FACT),
    BAIL(DataClass.CONVICTION_ORDER_BAIL, Nature.FACT),
    LICENCE(DataClass.CONVICTION_ORDER_BAIL, Nature.FACT),
    /** Police know the person; no more than that. */
    CONTACT(DataClass.INVOLVEMENT, Nature.FACT),
    UNKNOWN(DataClass.UNKNOWN, Nature.UNKNOWN);

    private final DataClass dataClass;
    private final Nature nature;

    DisposalKind(DataClass dataClass, Nature nature) {
        this.dataClass = dataClass;
        this.nature = nature;
    }

    public DataClass dataClass() {
        return dataClass;
    }

    public Nature nature() {
        return nature;
    }
}
