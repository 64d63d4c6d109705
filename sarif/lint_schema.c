// SPDX-License-Identifier: MIT
/*
 * What the standard's JSON schema admits, as a table: one row an object, one word a
 * property. "!" before it: it must be there; "?": one of those so marked must be, "^":
 * one and no other. Types of properties:
 *
 *	string boolean number integer integer>=N rank (-1 to 100)
 *	uri uri-reference uuid date-time language media-type dotted-version
 *	one|of|these	an enumeration; "one|" has one member
 *	name		an object of this table
 *	[T]		an array; "!" behind it: no element twice; "+": at least one
 *	{T}		an object with any names; {any}: and any values
 */
#include <stdlib.h>
#include <string.h>

#include "lint_internal.h"

static const struct sarif_lint_object objects[] = {
	{ "address",
	  "absoluteAddress:integer>=-1 relativeAddress:integer length:integer kind:string "
	  "name:string fullyQualifiedName:string offsetFromParent:integer index:integer>=-1 "
	  "parentIndex:integer>=-1 properties:{any}" },
	{ "artifact",
	  "description:message location:artifactLocation parentIndex:integer>=-1 "
	  "offset:integer>=0 length:integer>=-1 "
	  "roles:[analysisTarget|attachment|responseFile|resultFile|standardStream|"
	  "tracedFile|unmodified|modified|added|deleted|renamed|uncontrolled|driver|"
	  "extension|translation|taxonomy|policy|referencedOnCommandLine|memoryContents|"
	  "directory|userSpecifiedConfiguration|toolSpecifiedConfiguration|debugOutputFile|"
	  "conversionSource|externalPropertyFile|repositoryRoot]! "
	  "mimeType:media-type contents:artifactContent encoding:string "
	  "sourceLanguage:string hashes:{string} lastModifiedTimeUtc:date-time "
	  "properties:{any}" },
	{ "artifactChange",
	  "!artifactLocation:artifactLocation !replacements:[replacement]+ properties:{any}" },
	{ "artifactContent",
	  "text:string binary:string rendered:multiformatMessageString properties:{any}" },
	{ "artifactLocation",
	  "uri:uri-reference uriBaseId:string index:integer>=-1 description:message "
	  "properties:{any}" },
	{ "attachment", "description:message !artifactLocation:artifactLocation regions:[region]! "
			"rectangles:[rectangle]! properties:{any}" },
	{ "codeFlow", "message:message !threadFlows:[threadFlow]+ properties:{any}" },
	{ "configurationOverride",
	  "!configuration:reportingConfiguration !descriptor:reportingDescriptorReference "
	  "properties:{any}" },
	{ "conversion", "!tool:tool invocation:invocation analysisToolLogFiles:[artifactLocation]! "
			"properties:{any}" },
	{ "edge", "!id:string label:message !sourceNodeId:string !targetNodeId:string "
		  "properties:{any}" },
	{ "edgeTraversal", "!edgeId:string message:message finalState:{multiformatMessageString} "
			   "stepOverEdgeCount:integer>=0 properties:{any}" },
	{ "exception", "kind:string message:string stack:stack innerExceptions:[exception] "
		       "properties:{any}" },
	{ "externalProperties",
	  "schema:uri version:2.1.0| guid:uuid runGuid:uuid conversion:conversion "
	  "graphs:[graph]! externalizedProperties:{any} artifacts:[artifact]! "
	  "invocations:[invocation] logicalLocations:[logicalLocation]! "
	  "threadFlowLocations:[threadFlowLocation]! results:[result] "
	  "taxonomies:[toolComponent]! driver:toolComponent extensions:[toolComponent]! "
	  "policies:[toolComponent]! translations:[toolComponent]! addresses:[address] "
	  "webRequests:[webRequest]! webResponses:[webResponse]! properties:{any}" },
	{ "externalPropertyFileReference",
	  "?location:artifactLocation ?guid:uuid itemCount:integer>=-1 properties:{any}" },
	{ "externalPropertyFileReferences",
	  "conversion:externalPropertyFileReference graphs:[externalPropertyFileReference]! "
	  "externalizedProperties:externalPropertyFileReference "
	  "artifacts:[externalPropertyFileReference]! "
	  "invocations:[externalPropertyFileReference]! "
	  "logicalLocations:[externalPropertyFileReference]! "
	  "threadFlowLocations:[externalPropertyFileReference]! "
	  "results:[externalPropertyFileReference]! "
	  "taxonomies:[externalPropertyFileReference]! "
	  "addresses:[externalPropertyFileReference]! driver:externalPropertyFileReference "
	  "extensions:[externalPropertyFileReference]! "
	  "policies:[externalPropertyFileReference]! "
	  "translations:[externalPropertyFileReference]! "
	  "webRequests:[externalPropertyFileReference]! "
	  "webResponses:[externalPropertyFileReference]! properties:{any}" },
	{ "fix", "description:message !artifactChanges:[artifactChange]!+ properties:{any}" },
	{ "graph", "description:message nodes:[node]! edges:[edge]! properties:{any}" },
	{ "graphTraversal",
	  "^runGraphIndex:integer>=-1 ^resultGraphIndex:integer>=-1 description:message "
	  "initialState:{multiformatMessageString} "
	  "immutableState:{multiformatMessageString} edgeTraversals:[edgeTraversal] "
	  "properties:{any}" },
	{ "invocation",
	  "commandLine:string arguments:[string] responseFiles:[artifactLocation]! "
	  "startTimeUtc:date-time endTimeUtc:date-time exitCode:integer "
	  "ruleConfigurationOverrides:[configurationOverride]! "
	  "notificationConfigurationOverrides:[configurationOverride]! "
	  "toolExecutionNotifications:[notification] "
	  "toolConfigurationNotifications:[notification] exitCodeDescription:string "
	  "exitSignalName:string exitSignalNumber:integer processStartFailureMessage:string "
	  "!executionSuccessful:boolean machine:string account:string processId:integer "
	  "executableLocation:artifactLocation workingDirectory:artifactLocation "
	  "environmentVariables:{string} stdin:artifactLocation stdout:artifactLocation "
	  "stderr:artifactLocation stdoutStderr:artifactLocation properties:{any}" },
	{ "location", "id:integer>=-1 physicalLocation:physicalLocation "
		      "logicalLocations:[logicalLocation]! message:message annotations:[region]! "
		      "relationships:[locationRelationship]! properties:{any}" },
	{ "locationRelationship",
	  "!target:integer>=0 kinds:[string]! description:message properties:{any}" },
	{ "log", "$schema:uri !version:2.1.0| !runs:[run] "
		 "inlineExternalProperties:[externalProperties]! properties:{any}" },
	{ "logicalLocation",
	  "name:string index:integer>=-1 fullyQualifiedName:string decoratedName:string "
	  "parentIndex:integer>=-1 kind:string properties:{any}" },
	{ "message",
	  "?text:string markdown:string ?id:string arguments:[string] properties:{any}" },
	{ "multiformatMessageString", "!text:string markdown:string properties:{any}" },
	{ "node", "!id:string label:message location:location children:[node]! properties:{any}" },
	{ "notification", "locations:[location]! !message:message level:none|note|warning|error "
			  "threadId:integer timeUtc:date-time exception:exception "
			  "descriptor:reportingDescriptorReference "
			  "associatedRule:reportingDescriptorReference properties:{any}" },
	{ "physicalLocation", "?address:address ?artifactLocation:artifactLocation region:region "
			      "contextRegion:region properties:{any}" },
	{ "rectangle", "top:number left:number bottom:number right:number message:message "
		       "properties:{any}" },
	{ "region", "startLine:integer>=1 startColumn:integer>=1 endLine:integer>=1 "
		    "endColumn:integer>=1 charOffset:integer>=-1 charLength:integer>=0 "
		    "byteOffset:integer>=-1 byteLength:integer>=0 snippet:artifactContent "
		    "message:message sourceLanguage:string properties:{any}" },
	{ "replacement", "!deletedRegion:region insertedContent:artifactContent properties:{any}" },
	{ "reportingConfiguration",
	  "enabled:boolean level:none|note|warning|error rank:rank parameters:{any} "
	  "properties:{any}" },
	{ "reportingDescriptor",
	  "!id:string deprecatedIds:[string]! guid:uuid deprecatedGuids:[uuid]! name:string "
	  "deprecatedNames:[string]! shortDescription:multiformatMessageString "
	  "fullDescription:multiformatMessageString "
	  "messageStrings:{multiformatMessageString} "
	  "defaultConfiguration:reportingConfiguration helpUri:uri "
	  "help:multiformatMessageString relationships:[reportingDescriptorRelationship]! "
	  "properties:{any}" },
	{ "reportingDescriptorReference",
	  "?id:string ?index:integer>=-1 ?guid:uuid toolComponent:toolComponentReference "
	  "properties:{any}" },
	{ "reportingDescriptorRelationship",
	  "!target:reportingDescriptorReference kinds:[string]! description:message "
	  "properties:{any}" },
	{ "result",
	  "ruleId:string ruleIndex:integer>=-1 rule:reportingDescriptorReference "
	  "kind:notApplicable|pass|fail|review|open|informational "
	  "level:none|note|warning|error !message:message analysisTarget:artifactLocation "
	  "locations:[location] guid:uuid correlationGuid:uuid occurrenceCount:integer>=1 "
	  "partialFingerprints:{string} fingerprints:{string} stacks:[stack]! "
	  "codeFlows:[codeFlow] graphs:[graph]! graphTraversals:[graphTraversal]! "
	  "relatedLocations:[location]! suppressions:[suppression]! "
	  "baselineState:new|unchanged|updated|absent rank:rank attachments:[attachment]! "
	  "hostedViewerUri:uri workItemUris:[uri]! provenance:resultProvenance fixes:[fix]! "
	  "taxa:[reportingDescriptorReference]! webRequest:webRequest "
	  "webResponse:webResponse properties:{any}" },
	{ "resultProvenance",
	  "firstDetectionTimeUtc:date-time lastDetectionTimeUtc:date-time "
	  "firstDetectionRunGuid:uuid lastDetectionRunGuid:uuid invocationIndex:integer>=-1 "
	  "conversionSources:[physicalLocation]! properties:{any}" },
	{ "run", "!tool:tool invocations:[invocation] conversion:conversion language:language "
		 "versionControlProvenance:[versionControlDetails]! "
		 "originalUriBaseIds:{artifactLocation} artifacts:[artifact]! "
		 "logicalLocations:[logicalLocation]! graphs:[graph]! results:[result] "
		 "automationDetails:runAutomationDetails runAggregates:[runAutomationDetails]! "
		 "baselineGuid:uuid redactionTokens:[string]! defaultEncoding:string "
		 "defaultSourceLanguage:string newlineSequences:[string]!+ "
		 "columnKind:utf16CodeUnits|unicodeCodePoints "
		 "externalPropertyFileReferences:externalPropertyFileReferences "
		 "threadFlowLocations:[threadFlowLocation]! taxonomies:[toolComponent]! "
		 "addresses:[address] translations:[toolComponent]! policies:[toolComponent]! "
		 "webRequests:[webRequest]! webResponses:[webResponse]! "
		 "specialLocations:specialLocations properties:{any}" },
	{ "runAutomationDetails",
	  "description:message id:string guid:uuid correlationGuid:uuid properties:{any}" },
	{ "specialLocations", "displayBase:artifactLocation properties:{any}" },
	{ "stack", "message:message !frames:[stackFrame] properties:{any}" },
	{ "stackFrame", "location:location module:string threadId:integer parameters:[string] "
			"properties:{any}" },
	{ "suppression", "guid:uuid !kind:inSource|external status:accepted|underReview|rejected "
			 "justification:string location:location properties:{any}" },
	{ "threadFlow",
	  "id:string message:message initialState:{multiformatMessageString} "
	  "immutableState:{multiformatMessageString} !locations:[threadFlowLocation]+ "
	  "properties:{any}" },
	{ "threadFlowLocation", "index:integer>=-1 location:location stack:stack kinds:[string]! "
				"taxa:[reportingDescriptorReference]! module:string "
				"state:{multiformatMessageString} nestingLevel:integer>=0 "
				"executionOrder:integer>=-1 executionTimeUtc:date-time "
				"importance:important|essential|unimportant webRequest:webRequest "
				"webResponse:webResponse properties:{any}" },
	{ "tool", "!driver:toolComponent extensions:[toolComponent]! properties:{any}" },
	{ "toolComponent",
	  "guid:uuid !name:string organization:string product:string productSuite:string "
	  "shortDescription:multiformatMessageString "
	  "fullDescription:multiformatMessageString fullName:string version:string "
	  "semanticVersion:string dottedQuadFileVersion:dotted-version "
	  "releaseDateUtc:string downloadUri:uri informationUri:uri "
	  "globalMessageStrings:{multiformatMessageString} "
	  "notifications:[reportingDescriptor]! rules:[reportingDescriptor]! "
	  "taxa:[reportingDescriptor]! locations:[artifactLocation] language:language "
	  "contents:[localizedData|nonLocalizedData]! isComprehensive:boolean "
	  "localizedDataSemanticVersion:string "
	  "minimumRequiredLocalizedDataSemanticVersion:string "
	  "associatedComponent:toolComponentReference "
	  "translationMetadata:translationMetadata "
	  "supportedTaxonomies:[toolComponentReference]! properties:{any}" },
	{ "toolComponentReference", "name:string index:integer>=-1 guid:uuid properties:{any}" },
	{ "translationMetadata",
	  "!name:string fullName:string shortDescription:multiformatMessageString "
	  "fullDescription:multiformatMessageString downloadUri:uri informationUri:uri "
	  "properties:{any}" },
	{ "versionControlDetails",
	  "!repositoryUri:uri revisionId:string branch:string revisionTag:string "
	  "asOfTimeUtc:date-time mappedTo:artifactLocation properties:{any}" },
	{ "webRequest",
	  "index:integer>=-1 protocol:string version:string target:string method:string "
	  "headers:{string} parameters:{string} body:artifactContent properties:{any}" },
	{ "webResponse", "index:integer>=-1 protocol:string version:string statusCode:integer "
			 "reasonPhrase:string headers:{string} body:artifactContent "
			 "noResponseReceived:boolean properties:{any}" },
};

static int compare(const void *key, const void *element)
{
	const struct sarif_lint_word *name = key;
	const struct sarif_lint_object *object = element;
	int order = strncmp(name->text, object->name, name->n);

	return order ? order : object->name[name->n] ? -1 : 0;
}

const struct sarif_lint_object *sarif_lint_object(struct sarif_lint_word name)
{
	return bsearch(&name, objects, sizeof(objects) / sizeof(objects[0]), sizeof(objects[0]),
		       compare);
}

bool sarif_lint_next_word(const char **at, struct sarif_lint_word *word)
{
	*at += strspn(*at, " ");
	*word = (struct sarif_lint_word){ *at, strcspn(*at, " ") };
	*at += word->n;
	return word->n > 0;
}

bool sarif_lint_property(const struct sarif_lint_object *object, const char *name,
			 struct sarif_lint_word *type)
{
	const char *at = object->properties;
	struct sarif_lint_word word;
	size_t n = strlen(name);

	while (sarif_lint_next_word(&at, &word)) {
		size_t skip = strchr("!?^", *word.text) != NULL;

		if (strncmp(word.text + skip, name, n) || word.text[skip + n] != ':')
			continue;
		*type = (struct sarif_lint_word){ word.text + skip + n + 1, word.n - skip - n - 1 };
		return true;
	}
	return false;
}
