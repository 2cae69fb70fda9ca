/** The format of agreements: what people write under config/agreements, read strictly, checked, hashed. */
package uk.mashhub.policy.agreement;
