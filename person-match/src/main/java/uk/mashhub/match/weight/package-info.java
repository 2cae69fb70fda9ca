/**
 * How much the comparison of two records says for or against one person: the model of Fellegi and Sunter (1969). Read
 * {@link uk.mashhub.match.weight.Weigher} first.
 */
package uk.mashhub.match.weight;
