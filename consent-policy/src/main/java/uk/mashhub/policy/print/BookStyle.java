package uk.mashhub.policy.print;

/** How the book looks, on a screen and on paper. Every colour stands beside words; contrast is at least 4.5 to 1. */
final class BookStyle {
    private static final String CSS = """
            @page { size: A4 landscape; margin: 14mm 12mm 16mm;
              @bottom-left { content: "Policy HASH"; font: 8pt sans-serif; color: #383f43; }
              @bottom-right { content: counter(page) " of " counter(pages); font: 8pt sans-serif; color: #383f43; } }
            * { box-sizing: border-box; }
            body { margin: 0; color: #0b0c0c; background: #fff; font: 1rem/1.45 Arial, Helvetica, sans-serif;
              -webkit-print-color-adjust: exact; print-color-adjust: exact; }
            main { max-width: 75rem; margin: 0 auto; padding: 2rem 1.5rem; }
            h1 { font-size: 2.25rem; line-height: 1.15; }
            h2 { margin-top: 3rem; padding-top: .5rem; border-top: 4px solid #1d3c5a; font-size: 1.6rem; }
            h3 { margin-top: 2rem; font-size: 1.25rem; color: #1d3c5a; }
            h4 { margin: 0 0 .4rem; font-size: 1rem; }
            a { color: #1a65a6; }
            code { font: .9em Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
            article { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid #b1b4b6; border-left: 6px solid #1d3c5a; }
            dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem 1rem; margin: 0; }
            dt { grid-column: 1; color: #383f43; }
            dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
            table { width: 100%; margin: 1rem 0 2rem; border-collapse: collapse; font-size: .9rem; }
            caption { padding: .4rem 0; text-align: left; font-weight: 700; }
            th, td { padding: .4rem .5rem; border: 1px solid #6f777b; text-align: left; vertical-align: top; }
            thead th { background: #1d3c5a; color: #fff; }
            .matrix { table-layout: fixed; }
            .matrix td code { color: #383f43; font-size: .7rem; }
            .choice { display: block; margin: 0 0 .25rem; padding: .2rem .4rem; border-left: 5px solid #0b0c0c; }
            .if { display: block; font-style: italic; }
            .out-show { background: #cfe9d8; color: #0b0c0c; border-color: #005a30; }
            .out-redact { background: #e2efc4; color: #0b0c0c; border-color: #4d6b00; }
            .out-summarise { background: #fff2bf; color: #0b0c0c; border-color: #8a6d00; }
            .out-exists { background: #fddfbd; color: #0b0c0c; border-color: #9a4b00; }
            .out-withhold { background: #f7d2cd; color: #0b0c0c; border-color: #942514; }
            .out-silent { background: #383f43; color: #fff; border-color: #0b0c0c; }
            .mark { padding: 0 .3rem; border: 1px solid #942514; color: #942514; font-size: .85rem; white-space: nowrap; }
            .proved { color: #005a30; }
            .refuted { padding: .1rem .4rem; background: #942514; color: #fff; }
            @media print {
              body { font-size: 9.5pt; }
              main { max-width: none; padding: 0; }
              header, nav, section { break-after: page; }
              section:last-child { break-after: auto; }
              h2, h3, h4, caption { break-after: avoid; }
              h2 { margin-top: 0; }
              article, tr, .choice { break-inside: avoid; }
              thead { display: table-header-group; }
              .matrix { break-before: page; font-size: 8pt; }
            }
            """;

    private BookStyle() {}

    /**
     * @param hash of the policy, in hex: it stands at the foot of every page
     */
    static String css(String hash) {
        return CSS.replace("HASH", hash.substring(0, 12));
    }
}
