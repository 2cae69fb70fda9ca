package uk.mashhub.policy;

/** Breaks 'the policy knows only the model'. */
class PolicyBrokenOnPurpose {
    uk.mashhub.adapter.Translator adapter;
}
