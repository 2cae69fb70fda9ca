/** Cases that a safeguarding lead writes: a situation, a request, and what must come out. Read {@link uk.mashhub.policy.cases.CaseFolder} first. */
package uk.mashhub.policy.cases;
