/** The messages that the OpenAPI document names. */
import * as v from 'valibot';
import * as candidacy from '../candidacy-messages.js';
import { electionSchema } from '../election-schema.js';
import { assemblyAnswerSchema, campaignAnswerSchema, mandateAnswerSchema } from '../mandate-messages.js';
import * as messages from '../messages.js';
import * as news from '../news-messages.js';
import * as question from '../question-messages.js';
import type { Json } from './pieces.js';

const { id, title, brand, calendar } = electionSchema.pipe[0].entries;
const summarySchema = v.object({ id, title, brand, calendar, candidates: v.pipe(v.number(), v.integer()) });

export const SCHEMAS = {
  Election: electionSchema,
  Choice: messages.choiceSchema,
  Receipt: messages.receiptSchema,
  Results: messages.resultsSchema,
  Clock: messages.clockSchema,
  Log: messages.logSchema,
  ResultsFrame: messages.frameSchema,
  Problem: messages.problemSchema,
  Cast: messages.castSchema,
  OwnBallot: messages.ownBallotSchema,
  ResultsAnswer: messages.resultsAnswerSchema,
  ElectionView: v.object({
    election: electionSchema,
    clock: messages.clockSchema,
    results: messages.resultsSchema,
    log: v.optional(messages.logSchema),
  }),
  Elections: v.object({ elections: v.array(summarySchema) }),
  Submission: candidacy.submissionSchema,
  Withdrawal: candidacy.withdrawalSchema,
  CandidacyAnswer: candidacy.candidacyAnswerSchema,
  CandidateReport: candidacy.candidateReportSchema,
  PhotoAnswer: candidacy.photoAnswerSchema,
  BeginVideo: candidacy.beginVideoSchema,
  VideoBegun: candidacy.videoBegunSchema,
  VideoAnswer: candidacy.videoAnswerSchema,
  CaptionsAnswer: candidacy.captionsAnswerSchema,
  Ask: question.askSchema,
  Support: question.supportSchema,
  Report: question.reportSchema,
  Answer: question.answerSchema,
  QuestionAnswer: question.questionAnswerSchema,
  Questions: question.questionsAnswerSchema,
  News: news.newsAnswerSchema,
  WriteNews: news.writeNewsSchema,
  WrittenNews: news.writtenNewsSchema,
  Campaign: campaignAnswerSchema,
  Assembly: assemblyAnswerSchema,
  Mandate: mandateAnswerSchema,
};

export const addressOf = (schema: string): string => `#/components/schemas/${schema}`;
export const schemaRef = (name: keyof typeof SCHEMAS): Json => ({ $ref: addressOf(name) });
