package uk.mashhub.policy.agreement;

/** What a rule says to a question other than 'may this be seen'. The later of two counts; nothing said is REFUSE. */
public enum Answer {
    ALLOW,
    REVIEW,
    REFUSE
}
