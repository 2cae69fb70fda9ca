package uk.mashhub.model;

/** Breaks 'the model knows nothing but Java'. */
class ModelBrokenOnPurpose {
    org.springframework.core.Ordered framework;
}
