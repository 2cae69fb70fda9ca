package uk.mashhub.match.weight;

/** How far two values of one field agree. */
public enum Grade {
    SAME("agrees"),
    /** 1 January: what systems fill in where only the year is known. */
    SAME_DEFAULT("is the same 1 January, which systems fill in"),
    HALF("agrees in one half of a double name"),
    VARIANT("is another form of the same name"),
    INITIAL("is an initial that fits"),
    CLOSE("is a slip of the pen away"),
    SWAPPED("is the same in another order"),
    ELSEWHERE("stands among the other names"),
    SOUND("sounds or looks alike"),
    PART("agrees in part"),
    /** The year agrees, and one of the dates is 1 January, estimated, or expected. */
    YEAR_DEFAULT("agrees in the year, and more is not known"),
    NEAR("agrees but for one part or two slips"),
    YEAR("agrees in the year only"),
    SECTOR("agrees in the sector"),
    DISTRICT("agrees in the district"),
    AREA("agrees in the area"),
    DIFFERENT("differs");

    private final String words;

    Grade(String words) {
        this.words = words;
    }

    /** The comparison in words, after the name of the field. */
    public String words() {
        return words;
    }
}
