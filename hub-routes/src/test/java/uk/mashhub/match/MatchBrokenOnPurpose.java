package uk.mashhub.match;

/** Breaks the rules of the libraries. */
class MatchBrokenOnPurpose {
    org.apache.camel.CamelContext framework;
    uk.mashhub.adapter.Translator adapter;
}
