/**
 * HTTP as values: a {@link org.vizgate.web.Call} comes in, a {@link org.vizgate.web.Reply} goes out.
 *
 * <p>Features decide on these values and never see a servlet; the {@code servlet} package turns them into requests and
 * responses. Ground: imports {@code protocol}, {@code crypto} and the JDK only.
 *
 * <p>Meant, although it may look odd: form bodies are parsed here and not by the container, because a container merges the
 * query into the form, and a secret in a query string must be refused, not used.
 */
@NullMarked
package org.vizgate.web;

import org.jspecify.annotations.NullMarked;
