package org.vizgate.servlet;

/** In which form an endpoint tells about an error. */
enum ErrorForm {
    /** A JSON object (RFC 6749 section 5.2): the reader is a program. */
    JSON,
    /** A page: the reader is a person. */
    PAGE
}
