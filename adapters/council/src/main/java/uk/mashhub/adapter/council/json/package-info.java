/** JSON that remembers its lines, and a small reading of JSON Schema that refuses with pointer and line. */
package uk.mashhub.adapter.council.json;
