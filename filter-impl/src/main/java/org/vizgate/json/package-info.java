/**
 * JSON in and out: the only importer of Jakarta JSON Processing and JSON Binding.
 *
 * <p>What strangers send is read as {@link org.vizgate.json.JsonFields}: strict, typed member by member, repeated names
 * refused. It is never bound to maps or {@code Object}, because binding nested input to those lets a sender overflow the
 * stack. Writing goes through JSON Binding.
 */
@NullMarked
package org.vizgate.json;

import org.jspecify.annotations.NullMarked;
