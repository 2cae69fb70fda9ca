/** Items of information and their labels: what a source says, before and after the hub knows about whom. */
package uk.mashhub.model.item;
